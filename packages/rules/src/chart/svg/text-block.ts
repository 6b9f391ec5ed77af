import { type TextArea, widthOf, wrapText } from "./wrap-text.ts";

/** A text of a chart by its part: what is asked or said, a second line, a word on an edge, a title, a remark. */
export type TextPart = "text" | "detail" | "label" | "title" | "remark";

/** How a part is set: the font's size and the height of a line in pixels, and how much wider than plain letters its are. */
type Font = { readonly size: number; readonly leading: number; readonly stretch: number };

export const FONTS: Readonly<Record<TextPart, Font>> = {
  text: { size: 14, leading: 19, stretch: 1 },
  detail: { size: 12, leading: 16, stretch: 1 },
  label: { size: 12, leading: 16, stretch: 1 },
  // Its letters are bold.
  title: { size: 18, leading: 24, stretch: 1.16 },
  remark: { size: 12, leading: 17, stretch: 1 },
};

/** A wrapped text with the room it takes, in pixels. */
export type TextBlock = {
  readonly part: TextPart;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
};

/** Sets a text in lines at most so wide. */
export const setText = (part: TextPart, text: string, width: number): TextBlock => {
  const { size, leading, stretch } = FONTS[part];
  const area: TextArea = { size: size * stretch, width };
  const lines = wrapText(text, area);
  return {
    part,
    lines,
    width: Math.ceil(Math.max(0, ...lines.map((line) => widthOf(line, area)))),
    height: lines.length * leading,
  };
};
