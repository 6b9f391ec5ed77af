/** Signs of Windows-1252 beyond Latin-1, which the built-in fonts of PDF have too. @source ISO 32000-1, annex D.2 */
const BEYOND_LATIN_1 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/** Whether the built-in fonts of PDF have every sign of a text. Another would come out as a different one, or as none. */
export const printable = (text: string): boolean =>
  Array.from(text).every((sign) => /^[\n\u0020-\u007e\u00a0-\u00ff]$/u.test(sign) || BEYOND_LATIN_1.includes(sign));
