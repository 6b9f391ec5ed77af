import { IdempotencyKeyReused, invariant, type Revision } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Command } from "../ledger/command.ts";
import { isSameCommand } from "../ledger/post/is-same-command.ts";
import { balancesOf } from "./balances-of.ts";
import { checkAppend } from "./check-append.ts";
import type {
  AppendedEntries,
  AppendEntries,
  AppendEntriesError,
  AppendMany,
  LedgerId,
  LedgerKeeping,
  LedgerPage,
  LedgersAsked,
} from "./ledger-store.ts";

type Write = AppendedEntries & { readonly command: Command };

/** By ledger, everything that was written to it, in order: the write of place `n` made revision `n + 1`. */
type Ledgers = Map<LedgerId, readonly Write[]>;

/** A store that lasts as long as the process: for tests, simulations and first steps. */
export const inMemoryLedgerStore = (): LedgerKeeping => {
  const ledgers: Ledgers = new Map();
  const writesTo = (ledger: LedgerId): readonly Write[] => ledgers.get(ledger) ?? [];
  const entriesAfter = (ledger: LedgerId, after: number) =>
    writesTo(ledger)
      .slice(after)
      .flatMap(({ entries }) => entries);
  const revisionOf = (ledger: LedgerId): Revision => writesTo(ledger).length as Revision;
  return {
    append: ({ ledger, expected, ...write }) =>
      Effect.map(appendTo(ledgers, { ledger, expected, writes: [write] }), ([only]) => {
        invariant(only !== undefined, "one write has one answer");
        return only;
      }),
    appendAll: (asked) => appendTo(ledgers, asked),
    read: (ledger, after) =>
      Effect.sync(() => ({ revision: revisionOf(ledger), entries: entriesAfter(ledger, after) })),
    balances: (ledger) =>
      Effect.sync(() => ({ revision: revisionOf(ledger), balances: balancesOf(entriesAfter(ledger, 0)) })),
    list: (asked) => Effect.sync(() => pageOf(ledgers, asked)),
  };
};

/** Everything is written into a draft, which takes the ledger's place when nothing was refused. */
const appendTo = (ledgers: Ledgers, { ledger, expected, writes }: AppendMany) =>
  Effect.suspend(() => {
    const draft = [...(ledgers.get(ledger) ?? [])];
    const isNew = writes.map(({ command }) => !draft.some((write) => write.command.id === command.id));
    const firstNew = isNew.indexOf(true);
    const answers = writes.map((write, at) =>
      appendNext(draft, { ledger, ...write, expected: at === firstNew ? expected : revisionAfter(draft) }),
    );
    return Effect.fromResult(
      Result.map(Result.all(answers), (appended) => {
        ledgers.set(ledger, draft);
        return appended;
      }),
    );
  });

const revisionAfter = (writes: readonly Write[]): Revision => writes.length as Revision;

const appendNext = (draft: Write[], asked: AppendEntries): Result.Result<AppendedEntries, AppendEntriesError> => {
  const { command, entries } = asked;
  const given = draft.find((write) => write.command.id === command.id);
  if (given !== undefined) return answerAgain(given, command);
  const length = draft.reduce((sum, write) => sum + write.entries.length, 0);
  return Result.map(checkAppend(asked, { revision: revisionAfter(draft), length }), () => {
    draft.push({ revision: (draft.length + 1) as Revision, entries, command });
    return { revision: revisionAfter(draft), entries };
  });
};

const answerAgain = (
  { revision, entries, command }: Write,
  given: Command,
): Result.Result<AppendedEntries, IdempotencyKeyReused> =>
  isSameCommand(command, given)
    ? Result.succeed({ revision, entries })
    : Result.fail(new IdempotencyKeyReused({ key: given.id }));

const pageOf = (ledgers: Ledgers, { after, limit }: LedgersAsked): LedgerPage => {
  const ids = [...ledgers.keys()];
  const from = after === null ? 0 : ids.indexOf(after) + 1;
  const page = ids.slice(from, from + limit);
  const next = from + limit < ids.length ? (page.at(-1) ?? null) : null;
  return {
    ledgers: page.map((ledger) => ({ ledger, revision: (ledgers.get(ledger)?.length ?? 0) as Revision })),
    next,
  };
};
