/** What a name of an account cannot hold, and the hyphen that would begin an escape. */
const NOT_IN_A_NAME = /-(?=x)|[^A-Za-z0-9-]/gu;

/**
 * What a description or a comment cannot hold: what is not printable ASCII, what ends or splits it there, what would be
 * read as a date in brackets, spaces that would be trimmed, and the hyphen that would begin an escape.
 */
const NOT_IN_A_TEXT = /-(?=x)|^ | $|(?<= ) |\[(?!\d+\])|[^ -~]|[",;\\|]/gu;

const ESCAPE = /-x([0-9A-F]{1,6})-/gu;

/** What stands for nothing at all: no account is named by it. */
const NOTHING = "-x-";

/**
 * An id as a part of an account's name that every program reads in every locale. Letters and digits of ASCII and hyphens
 * stay; any other character becomes `-xHEX-` of its code point, and so does a hyphen before an `x`. No two ids are
 * written alike.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(encodeId("DC-25-1")).toBe("DC-25-1");
 * expect(encodeId("case 7/b")).toBe("case-x20-7-x2F-b");
 * expect(encodeId("a-x")).toBe("a-x2D-x");
 * ```
 */
export const encodeId = (id: string): string => encodeBy(NOT_IN_A_NAME, id);

/**
 * An id or a path as a description, a comment or a quoted text: like `encodeId`, but spaces and most signs stay.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(encodeText("xx-yy/order of payment: $.steps[0]")).toBe("xx-yy/order of payment: $.steps[0]");
 * expect(encodeText("a;b")).toBe("a-x3B-b");
 * ```
 */
export const encodeText = (text: string): string => encodeBy(NOT_IN_A_TEXT, text);

/** What `encodeId` or `encodeText` was given. A text of neither is left as it is. */
export const decodeId = (text: string): string =>
  text === NOTHING ? "" : text.replaceAll(ESCAPE, (escape: string, hex: string) => characterOf(hex) ?? escape);

const encodeBy = (unwanted: RegExp, text: string): string =>
  text === "" ? NOTHING : text.replaceAll(unwanted, (character) => `-x${hexOf(character)}-`);

const hexOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase();

const characterOf = (hex: string): string | null => {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : null;
};
