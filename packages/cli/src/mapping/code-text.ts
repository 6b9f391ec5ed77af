/**
 * A code as a message may quote it, or nothing. Only what has the shape of a code is quoted: short, one word, with a digit in it
 * or at most three letters, and not a run of digits that could be a telephone number. A name that slipped into the column stays out.
 */
export const quotedCode = (text: string): string => {
  const isShortWord = /^[\p{L}\p{N}$#*./_-]{1,12}$/u.test(text);
  const couldBePhone = text.replaceAll(/\D/gu, "").length >= 7 && !/\p{L}/u.test(text);
  return isShortWord && !couldBePhone && (/\d/u.test(text) || text.length <= 3) ? ` \`${text}\`` : "";
};

/** Lists known codes for a message, not too many. */
export const listed = (codes: readonly string[]): string => {
  const shown = codes.slice(0, 8).map((code) => `\`${code}\``);
  return codes.length > shown.length ? `${shown.join(", ")} and ${codes.length - shown.length} more` : shown.join(", ");
};
