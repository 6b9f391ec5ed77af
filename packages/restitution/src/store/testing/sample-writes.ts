import * as Result from "effect/Result";
import fc from "fast-check";
import { openingCommands } from "../../arbitrary/arbitrary-command.ts";
import { arbitraryIntents, arbitraryLedgerLaw, play } from "../../arbitrary/arbitrary-ledger.ts";
import { sampleLaw } from "../../arbitrary/sample-law.ts";
import type { Command } from "../../ledger/command.ts";
import type { Entry } from "../../ledger/entry.ts";
import { type Ledger, type LedgerLaw, openLedger } from "../../ledger/ledger.ts";
import { record } from "../../ledger/post/post.ts";

/** A command and the entries that it made. */
export type SampleWrite = { readonly command: Command; readonly entries: readonly Entry[] };

/** A ledger's writes, and the ledger that they come to. */
export type SampleJournal = { readonly ledger: Ledger; readonly writes: readonly SampleWrite[] };

/** The writes that open a sample ledger. */
export const openingWrites = (): readonly SampleWrite[] =>
  journalOf(sampleLaw({ kind: "pro-rata", by: "owed", oddCents: "listed-order" }), openingCommands()).writes;

/** Made-up journals with whatever a person may do to a ledger; the same ones for the same seed. */
export const sampleJournals = (howMany: number, seed: number): readonly SampleJournal[] =>
  fc
    .sample(fc.tuple(arbitraryLedgerLaw(), arbitraryIntents(40)), { numRuns: howMany, seed })
    .map(([law, intents]) => journalOf(law, play(law, intents).commands));

const journalOf = (law: LedgerLaw, commands: readonly Command[]): SampleJournal => {
  let ledger = openLedger(law);
  const writes = commands.map((command) => {
    const recorded = Result.getOrThrow(record(ledger, command));
    ledger = recorded.ledger;
    return { command, entries: recorded.entries };
  });
  return { ledger, writes };
};
