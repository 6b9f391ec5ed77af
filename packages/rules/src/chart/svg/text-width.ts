/**
 * How wide a text is at most, in parts of its font's size. The widths are those of the widest face that a browser is likely
 * to put in the place of a sans-serif one, rounded up, so that text set narrower never leaves its box.
 */
export const textWidth = (text: string): number => Array.from(text).reduce((width, sign) => width + signWidth(sign), 0);

const signWidth = (sign: string): number => {
  const known = WIDTHS.get(sign);
  if (known !== undefined) return known;
  if (/\p{M}/u.test(sign)) return 0;
  if (/[\p{Lu}\p{Nd}]/u.test(sign) && sign < "\u0250") return 0.8;
  return sign < "\u0250" ? 0.66 : 1.1;
};

/** Signs by how wide they are; what is not listed here is taken to be wider. */
const GROUPS: readonly (readonly [width: number, signs: string])[] = [
  [0.3, "il|"],
  [0.36, " jIft.,:;!'’`"],
  [0.42, '()[]/\\r-“”"'],
  [0.54, "cszkvxyJ?_"],
  [0.62, "abdeghnopquLF"],
  [0.64, "0123456789$§TZPESBYKXVCR"],
  [0.8, "ADGHNOQUw*<=>+~^"],
  [1, "mMW%@&—"],
];

const WIDTHS: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap(([width, signs]) => Array.from(signs, (sign) => [sign, width] as const)),
);
