/** One thing that was compared, how much of it there was, and everything that is wrong with it; `null` where it was not compared. */
export type Finding = { readonly compared: string; readonly problems: readonly string[] | null };

/** Everything that is wrong. */
export const problemsIn = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ problems }) => problems ?? []);

/** How many there are of something, in words: `1 ledger`, `2 ledgers`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
