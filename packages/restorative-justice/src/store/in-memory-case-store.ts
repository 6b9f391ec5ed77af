import { IdempotencyKeyReused, type Revision } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import type { CaseId } from "../programme/ids.ts";
import type {
  AppendedStep,
  AppendStep,
  AppendStepError,
  CaseKeeping,
  CasePage,
  CaseRef,
  CasesAsked,
  CommandOf,
  LineOf,
  ProgrammeName,
  KeptLog,
} from "./case-store.ts";
import { checkStep } from "./check-step.ts";

type Write = { readonly command: CommandOf<ProgrammeName>; readonly lines: readonly LineOf<ProgrammeName>[] };

/** By case of one programme, everything that was written to it, in order. */
type Cases = Map<CaseId, readonly Write[]>;

/** A store that lasts as long as the process: for tests, simulations and first steps. */
export const inMemoryCaseStore = (): CaseKeeping => {
  const programmes: Readonly<Record<ProgrammeName, Cases>> = {
    dialogue: new Map(),
    letter: new Map(),
    panel: new Map(),
    service: new Map(),
  };
  return {
    append: (step) => Effect.suspend(() => Effect.fromResult(appendTo(programmes[step.programme], step))),
    read: (ref, after) => Effect.sync(() => logAfter(programmes[ref.programme], ref, after)),
    list: (asked) => Effect.sync(() => pageOf(programmes[asked.programme], asked)),
  };
};

const appendTo = <Name extends ProgrammeName>(
  cases: Cases,
  step: AppendStep<Name>,
): Result.Result<AppendedStep<Name>, AppendStepError> => {
  const { case: id, command, lines } = step;
  const writes = cases.get(id) ?? [];
  const given = writes.findIndex((write) => write.command.id === command.id);
  if (given >= 0)
    return Equal.equals(writes[given]?.command, command)
      ? Result.succeed(answerOf<Name>(writes, given))
      : Result.fail(new IdempotencyKeyReused({ key: command.id }));
  const head = { revision: writes.length as Revision, lines: writes.flatMap((write) => write.lines).length };
  return Result.map(checkStep(step, head), () => {
    const after = [...writes, { command, lines }];
    cases.set(id, after);
    return answerOf<Name>(after, writes.length);
  });
};

/** The map of a programme holds nothing but that programme's commands and lines. */
const answerOf = <Name extends ProgrammeName>(writes: readonly Write[], at: number): AppendedStep<Name> => ({
  revision: (at + 1) as Revision,
  lines: (writes[at]?.lines ?? []) as readonly LineOf<Name>[],
});

const logAfter = <Name extends ProgrammeName>(
  cases: Cases,
  { case: id }: CaseRef<Name>,
  after: Revision,
): KeptLog<Name> => {
  const writes = cases.get(id) ?? [];
  const later = writes.slice(after);
  const log = { commands: later.map(({ command }) => command), record: later.flatMap(({ lines }) => lines) };
  return { revision: writes.length as Revision, ...log } as unknown as KeptLog<Name>;
};

const pageOf = (cases: Cases, { after, limit }: CasesAsked): CasePage => {
  const ids = [...cases.keys()];
  const from = after === null ? 0 : ids.indexOf(after) + 1;
  const page = ids.slice(from, from + limit);
  const next = from + limit < ids.length ? (page.at(-1) ?? null) : null;
  return { cases: page.map((id) => ({ case: id, revision: (cases.get(id)?.length ?? 0) as Revision })), next };
};
