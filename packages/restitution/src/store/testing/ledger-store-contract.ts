import { invariant, type Revision } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { bookOf } from "../../ledger/ledger.ts";
import { compareWithJournal } from "../compare-with-journal.ts";
import { LedgerId, type LedgerKeeping, type LedgerPage, LedgerStore } from "../ledger-store.ts";
import { REFUSALS } from "./ledger-store-refusals.ts";
import { openingWrites, sampleJournals, type SampleWrite } from "./sample-writes.ts";

/** One promise of a store of ledgers: `run` rejects with a `BrokenInvariant` when the store does not keep it. */
export type LedgerStoreClaim = {
  readonly name: string;
  /** To be run once on a store, on ledgers that no other claim uses. */
  readonly run: (store: LedgerKeeping) => Promise<void>;
};

const START = 0 as Revision;

const revision = (number: number): Revision => number as Revision;

/** Appends writes one after another, each where the one before left the ledger. */
const appendAll = (store: LedgerKeeping, ledger: LedgerId, writes: readonly SampleWrite[]) =>
  Effect.forEach(writes, (write, at) => store.append({ ledger, expected: revision(at), ...write }));

const holds = (condition: boolean, what: string): void => invariant(condition, `a store of ledgers ${what}`);

const emptyLedger = async (store: LedgerKeeping): Promise<void> => {
  const ledger = LedgerId.parse("nobody wrote to it");
  const read = await Effect.runPromise(store.read(ledger, START));
  const { balances, ...stored } = await Effect.runPromise(store.balances(ledger));
  holds(Equal.equals(read, { revision: START, entries: [] }), "has nothing of a ledger that nobody wrote to");
  holds(stored.revision === START && balances.size === 0, "has no balance on a ledger that nobody wrote to");
};

const readsBack = async (store: LedgerKeeping): Promise<void> => {
  const [ledger, writes] = [LedgerId.parse("is read back"), openingWrites()];
  const appended = await Effect.runPromise(appendAll(store, ledger, writes));
  const wholes = writes.map(({ entries }, at) => ({ revision: revision(at + 1), entries }));
  holds(Equal.equals(appended, wholes), "answers an append with what was appended and the revision it made");
  for (let after = 0; after <= writes.length; after++) {
    const read = await Effect.runPromise(store.read(ledger, revision(after)));
    const entries = writes.slice(after).flatMap((write) => write.entries);
    holds(
      Equal.equals(read, { revision: revision(writes.length), entries }),
      "reads entries back from any revision on",
    );
  }
};

const firstAnswer = async (store: LedgerKeeping): Promise<void> => {
  const [ledger, writes] = [LedgerId.parse("is asked twice"), openingWrites()];
  const appended = await Effect.runPromise(appendAll(store, ledger, writes));
  for (const [at, { command }] of writes.entries()) {
    const later = { ...command, postedAt: "2099-01-01T00:00:00.000Z" as typeof command.postedAt };
    const asked = { ledger, expected: revision(99), command: later, entries: [] };
    const again = await Effect.runPromise(store.append(asked));
    holds(Equal.equals(again, appended[at]), "gives the first answer to a command that is given again");
  }
  const { revision: reached } = await Effect.runPromise(store.read(ledger, START));
  holds(reached === writes.length, "writes nothing for a command that is given again");
};

const allAtOnce = async (store: LedgerKeeping): Promise<void> => {
  const [ledger, writes] = [LedgerId.parse("is written to many at once"), openingWrites()];
  const wholes = writes.map(({ entries }, at) => ({ revision: revision(at + 1), entries }));
  const half = writes.slice(0, 2);
  const first = await Effect.runPromise(store.appendAll({ ledger, expected: START, writes: half }));
  holds(Equal.equals(first, wholes.slice(0, 2)), "answers many commands one by one, in their order");
  const again = await Effect.runPromise(store.appendAll({ ledger, expected: START, writes: half }));
  holds(Equal.equals(again, first), "gives the first answers to many commands that are given again");
  const whole = await Effect.runPromise(store.appendAll({ ledger, expected: revision(2), writes }));
  holds(Equal.equals(whole, wholes), "leaves out those of many commands that were appended before");
  holds((await Effect.runPromise(store.appendAll({ ledger, expected: START, writes: [] }))).length === 0, "takes none");
};

const allOrNone = async (store: LedgerKeeping): Promise<void> => {
  const [ledger, writes] = [LedgerId.parse("refuses one of many"), openingWrites()];
  const [first] = writes;
  const last = writes.at(-1);
  invariant(first !== undefined && last !== undefined, "a sample ledger is opened by some command");
  const outOfPlace = [...writes.slice(0, -1), { command: last.command, entries: first.entries }];
  const tags = [];
  for (const asked of [
    { expected: revision(7), writes },
    { expected: START, writes: outOfPlace },
  ]) {
    const outcome = await Effect.runPromise(Effect.result(store.appendAll({ ledger, ...asked })));
    tags.push(Result.isFailure(outcome) ? outcome.failure._tag : null);
  }
  holds(Equal.equals(tags, ["RevisionConflict", "EntryOutOfPlace"]), "says what is wrong with one of many");
  const { revision: reached } = await Effect.runPromise(store.read(ledger, START));
  holds(reached === START, "writes none of many commands when it refuses one");
};

const oneOfMany = async (store: LedgerKeeping): Promise<void> => {
  const [ledger, [first, ...others]] = [LedgerId.parse("is written to by many at once"), openingWrites()];
  invariant(first !== undefined, "a sample ledger is opened by some command");
  await Effect.runPromise(store.append({ ledger, expected: START, ...first }));
  const tries = others.map(({ command, entries }) => {
    const next = entries.map((entry, at) => ({ ...entry, seq: at + 2 }));
    return Effect.result(store.append({ ledger, expected: revision(1), command, entries: next }));
  });
  const outcomes = await Effect.runPromise(Effect.all(tries, { concurrency: "unbounded" }));
  const refused = outcomes.flatMap((outcome) => (Result.isFailure(outcome) ? [outcome.failure] : []));
  holds(refused.length === others.length - 1, "lets exactly one of many writers at one revision through");
  holds(
    refused.every((error) => error._tag === "RevisionConflict" && error.actual === 2),
    "tells those that came too late where the ledger stands",
  );
};

const sameTwiceAtOnce = async (store: LedgerKeeping): Promise<void> => {
  const ledger = LedgerId.parse("is given one command by many at once");
  const [write] = openingWrites();
  invariant(write !== undefined, "a sample ledger is opened by some command");
  const tries = Array.from({ length: 6 }, () => store.append({ ledger, expected: START, ...write }));
  const answers = await Effect.runPromise(Effect.all(tries, { concurrency: "unbounded" }));
  const { entries } = await Effect.runPromise(store.read(ledger, START));
  holds(Equal.equals(entries, write.entries), "writes a command once that is given many times at once");
  holds(
    answers.every((answer) => Equal.equals(answer, { revision: revision(1), entries: write.entries })),
    "gives everybody the first answer who gave one command at once",
  );
};

const apart = async (store: LedgerKeeping): Promise<void> => {
  const names = ["a", "A", "a\u0000", "a\\u0000", 'a"', "a'", "\uD800", "\uD801", "\uFFFD", "ä", "a\u0308"];
  const [ledgers, writes] = [names.map((name) => LedgerId.parse(`apart ${name} end`)), openingWrites()];
  for (const [at, ledger] of ledgers.entries())
    await Effect.runPromise(appendAll(store, ledger, writes.slice(0, 1 + (at % 2))));
  for (const [at, ledger] of ledgers.entries()) {
    const read = await Effect.runPromise(store.read(ledger, START));
    holds(read.revision === 1 + (at % 2), "keeps ledgers apart whatever characters their ids are of");
  }
};

const pages = async (store: LedgerKeeping): Promise<void> => {
  const mine = Array.from({ length: 7 }, (_, at) => LedgerId.parse(`on a page ${at}`));
  for (const ledger of mine) await Effect.runPromise(appendAll(store, ledger, openingWrites().slice(0, 2)));
  const seen: (readonly [LedgerId, Revision])[] = [];
  let after: LedgerId | null = null;
  do {
    const page: LedgerPage = await Effect.runPromise(store.list({ after, limit: 3 }));
    holds(page.ledgers.length <= 3, "puts no more on a page than was asked for");
    seen.push(...page.ledgers.map((each) => [each.ledger, each.revision] as const));
    after = page.next;
  } while (after !== null);
  holds(new Set(seen.map(([ledger]) => ledger)).size === seen.length, "lists no ledger twice");
  const found = new Map(seen);
  holds(
    mine.every((ledger) => found.get(ledger) === 2),
    "lists every ledger, with its revision",
  );
};

const balances = async (store: LedgerKeeping): Promise<void> => {
  for (const [at, { ledger: folded, writes }] of sampleJournals(3, 20_260).entries()) {
    const ledger = LedgerId.parse(`is compared ${at}`);
    await Effect.runPromise(appendAll(store, ledger, writes));
    const stored = await Effect.runPromise(store.balances(ledger));
    const standing = [...bookOf(folded).accounts.values()].filter(({ cents }) => cents !== 0);
    const expected = new Map(standing.map(({ id, isDebit, cents }) => [id, isDebit ? cents : -cents]));
    holds(sameBalances(stored.balances, expected), "has the balances that the ledger itself folds");
    const compared = Effect.provideService(compareWithJournal(ledger), LedgerStore, store);
    const { revision: reached, differences } = await Effect.runPromise(compared);
    holds(differences.length === 0 && reached === writes.length, "has the balances that its journal comes to");
  }
};

const sameBalances = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean =>
  one.size === other.size && [...one].every(([account, cents]) => other.get(account) === cents);

/** Everything that a store of ledgers promises. An adapter is right when every claim runs through on it. */
export const LEDGER_STORE_CONTRACT: readonly LedgerStoreClaim[] = [
  { name: "a ledger that nobody wrote to is empty", run: emptyLedger },
  { name: "entries are read back as they were, from any revision on", run: readsBack },
  { name: "a command given again gets the first answer", run: firstAnswer },
  { name: "many commands are appended in one step", run: allAtOnce },
  { name: "of many commands all are appended or none", run: allOrNone },
  ...REFUSALS,
  { name: "one of many writers at one revision gets through", run: oneOfMany },
  { name: "a command given many times at once is written once", run: sameTwiceAtOnce },
  { name: "ledgers are kept apart whatever their ids are made of", run: apart },
  { name: "every ledger is listed once, page by page", run: pages },
  { name: "the balances are those of the journal", run: balances },
];
