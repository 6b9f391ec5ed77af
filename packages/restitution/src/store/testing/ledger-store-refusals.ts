import { invariant, type Revision } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { type AppendEntries, type AppendEntriesError, LedgerId, type LedgerKeeping } from "../ledger-store.ts";
import { openingWrites, type SampleWrite } from "./sample-writes.ts";

type Refusal = {
  readonly name: string;
  /** A ledger of which the first two writes are kept, and what is asked of it next. */
  readonly asked: (writes: readonly [SampleWrite, SampleWrite, SampleWrite]) => Omit<AppendEntries, "ledger">;
  readonly expected: (error: AppendEntriesError) => boolean;
};

const TWO = 2 as Revision;

const CASES: readonly Refusal[] = [
  {
    name: "a command's id with other content is refused before anything else",
    asked: ([first, , third]) => ({
      expected: 0 as Revision,
      command: { ...third.command, id: first.command.id },
      entries: [],
    }),
    expected: (error) => error._tag === "IdempotencyKeyReused",
  },
  {
    name: "an append at a revision that is past is refused",
    asked: ([, , third]) => ({ expected: 1 as Revision, ...third }),
    expected: (error) => error._tag === "RevisionConflict" && error.expected === 1 && error.actual === 2,
  },
  {
    name: "an append at a revision that has not come is refused",
    asked: ([, , third]) => ({ expected: 3 as Revision, ...third }),
    expected: (error) => error._tag === "RevisionConflict" && error.expected === 3 && error.actual === 2,
  },
  {
    name: "entries that leave one out are refused",
    asked: ([, , { command, entries }]) => ({
      expected: TWO,
      command,
      entries: entries.map((entry) => ({ ...entry, seq: entry.seq + 1 })),
    }),
    expected: (error) => error._tag === "EntryOutOfPlace",
  },
  {
    name: "entries of another command are refused",
    asked: ([first, , { command, entries }]) => ({
      expected: TWO,
      command,
      entries: entries.map((entry) => ({ ...entry, command: first.command })),
    }),
    expected: (error) => error._tag === "EntryOfOtherCommand",
  },
];

const runRefusal = async (store: LedgerKeeping, { name, asked, expected }: Refusal): Promise<void> => {
  const ledger = LedgerId.parse(name);
  const [first, second, third] = openingWrites();
  invariant(first !== undefined && second !== undefined && third !== undefined, "a sample ledger has three writes");
  await Effect.runPromise(store.append({ ledger, expected: 0 as Revision, ...first }));
  await Effect.runPromise(store.append({ ledger, expected: 1 as Revision, ...second }));
  const before = await Effect.runPromise(store.read(ledger, 0 as Revision));
  const refused = await Effect.runPromise(Effect.result(store.append({ ledger, ...asked([first, second, third]) })));
  invariant(Result.isFailure(refused) && expected(refused.failure), `a store of ledgers keeps to it: ${name}`);
  const after = await Effect.runPromise(store.read(ledger, 0 as Revision));
  invariant(Equal.equals(before, after), `a store of ledgers writes nothing when ${name}`);
  const next = await Effect.runPromise(store.append({ ledger, expected: TWO, ...third }));
  invariant(next.revision === 3, `a store of ledgers goes on after ${name}`);
};

/** What a store of ledgers refuses, and that nothing is written then. */
export const REFUSALS = CASES.map((each) => ({
  name: each.name,
  run: (store: LedgerKeeping): Promise<void> => runRefusal(store, each),
}));
