import type { Verification } from "@victim-rights/core";
import type { Ground } from "../decide/determination.ts";
import type { Reading } from "../file/rule-file.ts";

/** What stands behind a ground, in a sentence: an agency's own policy, or a provision and how well it was checked. */
export const verificationInWords = ({ basis, verified }: Ground): string =>
  basis === "policy"
    ? "This is the agency's own policy, not law; it counts because the agency turned it on."
    : checkInWords(verified);

const checkInWords = ({ status, on, edition, note }: Verification): string => {
  const text = edition === undefined ? "" : ` in the edition of ${edition}`;
  const remark = note === undefined ? "" : ` ${note}`;
  switch (status) {
    case "read":
      return `We read the text of this provision${text}, last on ${on}.${remark}`;
    case "partial":
      return `We read only part of this provision${text}, last on ${on}.${remark}`;
    case "agency-statement":
      return `This rests on the agency's own page, not on a statute we read; the page was last seen on ${on}.${remark}`;
    case "recalled":
      return `This rests on memory: nobody read the text. It counts because the agency turned it on.${remark}`;
  }
};

const CHOSEN_BY: Readonly<Record<Reading["by"], string>> = {
  "house-ruling": "this project chose it",
  "agency-practice": "the agency reads it so",
  court: "a court reads it so",
};

/** Which reading of a provision is followed, who chose it, and what the others say. */
export const readingInWords = ({ chosen, others, by }: Reading): string => {
  const ways = others.length === 1 ? "two ways" : `${others.length + 1} ways`;
  return `This provision can be read ${ways}; we follow this one (${CHOSEN_BY[by]}): ${bare(chosen)}. Other${others.length === 1 ? "" : "s"}: ${others.map(bare).join("; ")}.`;
};

/** A text without its full stop, to be set inside a sentence. */
const bare = (text: string): string => text.replace(/\.$/u, "");
