import { type Book, entryOf } from "../ledger/book.ts";
import type { Command, CommandTo } from "../ledger/command.ts";
import type { Entry } from "../ledger/entry.ts";

/** What an entry does: its own command, or the one whose effect it takes back. */
export type Done = {
  readonly command: Command;
  /** The entry that it takes back. */
  readonly reversed: Entry | null;
  readonly why: CommandTo<"reverse">["why"] | null;
};

/** The command whose effect an entry has, or takes back. */
export const doneBy = (book: Book, { command, reverses }: Entry): Done => {
  if (reverses === null) return { command, reversed: null, why: null };
  const reversed = entryOf(book, reverses) ?? null;
  return { command: reversed?.command ?? command, reversed, why: command.do === "reverse" ? command.why : null };
};

type Linked = { readonly seq: number; readonly reverses: number | null; reversedBy: number | null };

/** Notes on every line that is taken back by which one. */
export const linkReversals = (lines: readonly Linked[]): void => {
  const reversals = lines.filter(({ reverses }) => reverses !== null);
  if (reversals.length === 0) return;
  const bySeq = new Map(lines.map((line) => [line.seq, line]));
  for (const { seq, reverses } of reversals) {
    const line = reverses === null ? undefined : bySeq.get(reverses);
    if (line !== undefined) line.reversedBy = seq;
  }
};
