import { textWidth } from "./text-width.ts";

/** Where a text is set: its font's size and the width it may take, in pixels. */
export type TextArea = { readonly size: number; readonly width: number };

/** Breaks a text into lines that fit: at blanks, and inside a word only when the word alone is too long. */
export const wrapText = (text: string, area: TextArea): readonly string[] => {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const pieces = words.flatMap((word) => breakWord(word, area));
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${piece}`, area) <= area.width)
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
};

/** The width of a line in pixels. */
export const widthOf = (line: string, { size }: Pick<TextArea, "size">): number => textWidth(line) * size;

const breakWord = (word: string, area: TextArea): readonly string[] => {
  if (widthOf(word, area) <= area.width) return [word];
  const pieces: string[] = [];
  for (const sign of word) {
    const last = pieces.at(-1);
    if (last !== undefined && widthOf(last + sign, area) <= area.width) pieces[pieces.length - 1] = last + sign;
    else pieces.push(sign);
  }
  return pieces;
};
