import type { Language } from "@victim-rights/core";
import PDFDocument from "pdfkit";

/** What stands on the sheet. */
export type LetterSheet = {
  readonly address: readonly string[];
  readonly returnAddress: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
};

/** Points of an inch, the unit of PDF. */
const INCH = 72;

/** Where the window of a number 10 envelope shows the address of a letter folded in three. */
const WINDOW_TOP = 2 * INCH;
const BODY_TOP = 3.5 * INCH;

/**
 * Draws a letter on US letter paper, tagged so that a screen reader reads it in order. What describes the file names
 * neither the person nor the matter.
 */
export const drawLetter = ({ address, returnAddress, subject, text, language }: LetterSheet): Promise<Uint8Array> => {
  const document = new PDFDocument({
    size: "LETTER",
    margin: INCH,
    lang: language,
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.5",
    info: { Title: "Letter" },
  });
  const parts: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    document.on("data", (part: Uint8Array) => void parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
  const paragraph = (write: () => void): void => {
    document.addStructure(document.struct("P", {}, write));
  };
  document.font("Helvetica").fontSize(9);
  paragraph(() => document.text(returnAddress.join("\n"), INCH, INCH / 2));
  document.fontSize(11);
  paragraph(() => document.text(address.join("\n"), INCH, WINDOW_TOP));
  paragraph(() => document.font("Helvetica-Bold").text(subject, INCH, BODY_TOP));
  document.font("Helvetica").moveDown();
  for (const each of text.split("\n\n")) paragraph(() => document.text(each, { lineGap: 2 }).moveDown());
  document.end();
  return whole;
};
