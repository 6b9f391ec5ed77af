const MINIMAL = /(?:^|,)\s*return\s*=\s*(?:minimal|"minimal")\s*(?:[;,]|$)/iu;

/** Whether a caller would rather have the short form of an answer: `Prefer: return=minimal` (RFC 7240, section 4.2). */
export const prefersMinimal = ({ headers }: Pick<Request, "headers">): boolean =>
  MINIMAL.test(headers.get("prefer") ?? "");

/** What an answer in its short form says of itself. */
export const MINIMAL_APPLIED: Readonly<Record<string, string>> = { "preference-applied": "return=minimal" };
