import type { Point } from "./placed.ts";
import { FONTS, type TextBlock } from "./text-block.ts";

/** A text as XML takes it: what XML cannot hold at all is left out. */
export const xmlText = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** A number as short as it can be told apart from its neighbours on a screen. */
export const pixels = (value: number): string => String(Math.round(value * 10) / 10);

/** How lines stand to their place: about it, or from it to the right. */
type Anchor = "middle" | "start";

/** A block of text whose first line has its top at the given place. */
export const svgText = ({ part, lines }: TextBlock, { x, y }: Point, anchor: Anchor): string => {
  const { size, leading } = FONTS[part];
  // A line's letters stand on a base line about a third of the font's size below its middle.
  const base = (at: number): string => pixels(y + leading * (at + 0.5) + size * 0.35);
  return lines
    .map(
      (line, at) =>
        `<text class="${part}" x="${pixels(x)}" y="${base(at)}" text-anchor="${anchor}">${xmlText(line)}</text>`,
    )
    .join("");
};
