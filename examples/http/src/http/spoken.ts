/** A code of ours: words in lower case. What anybody may have typed, such as an id, a number or an address, is none. */
const CODE = /^[a-z]+(?:[-_./][a-z]+)*$/u;

/** A message of the library with everything in backticks left out that is no code: it may be what the caller sent. */
export const spoken = (message: string): string =>
  message.replaceAll(/`(?<inside>[^`]*)`/gu, (whole, inside: string) => (CODE.test(inside) ? whole : "`…`"));
