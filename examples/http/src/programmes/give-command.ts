import { RevisionConflict } from "@victim-rights/core";
import {
  type AdvanceError,
  type CaseId,
  type CommandOf,
  type ProgrammeLogs,
  type ProgrammeName,
  stepBetween,
} from "@victim-rights/restorative-justice";
import type { Revision } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Failing } from "../http/endpoint.ts";
import { problem } from "../http/problem.ts";
import type { Ports } from "../ports.ts";
import type { Programme } from "./programme.ts";

/** A command for a case. `expected` is `null` for the parties: what they say counts, whoever else wrote meanwhile. */
export type Giving<Name extends ProgrammeName> = {
  readonly id: CaseId;
  readonly command: CommandOf<Name>;
  readonly expected: Revision | null;
};

/** What a command came to, with the case before it. */
export type Given<Case> = {
  readonly before: Case | null;
  readonly outcome: Result.Result<{ readonly after: Case; readonly revision: Revision }, AdvanceError | null>;
};

/** How often a party's command is tried anew when somebody else wrote in between. */
const TRIES = 3;

/** Gives a command to a case, and keeps what it did: both or neither. `null` as error: a case that has not begun. */
export const giveCommand = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>(
  ports: Ports,
  programme: Programme<Name, Case>,
  giving: Giving<Name>,
): Effect.Effect<Given<Case>, Failing> => {
  const once = giveOnce(ports, programme, giving);
  const isLost = (error: Failing): boolean => "_tag" in error && error._tag === "RevisionConflict";
  return giving.expected === null ? Effect.retry(once, { times: TRIES - 1, while: isLost }) : once;
};

/** A case as the store has it; `null` where it has not begun. */
export const readCase = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>(
  ports: Ports,
  programme: Programme<Name, Case>,
  id: CaseId,
): Effect.Effect<{ readonly each: Case | null; readonly revision: Revision }, Failing> =>
  Effect.gen(function* () {
    const log = yield* ports.cases.read({ programme: programme.name, case: id }, NOTHING_READ);
    const each = yield* Effect.fromResult(programme.fromLog(id, log));
    return { each, revision: log.revision };
  });

const NOTHING_READ = 0 as Revision;

const giveOnce = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>(
  ports: Ports,
  programme: Programme<Name, Case>,
  { id, command, expected }: Giving<Name>,
): Effect.Effect<Given<Case>, Failing> =>
  Effect.gen(function* () {
    const { each: before, revision } = yield* readCase(ports, programme, id);
    if (expected !== null && expected !== revision)
      return yield* Effect.fail(new RevisionConflict({ record: id, expected, actual: revision }));
    const taken = yield* programme.take(ports, before, { id, command });
    if (taken === null) return { before, outcome: Result.fail(null) };
    if (Result.isFailure(taken)) return { before, outcome: Result.fail(taken.failure) };
    const after = taken.success;
    const step = stepBetween({ programme: programme.name, case: id }, { before: before ?? NO_LOG, after } as never);
    if (step === null) return { before, outcome: Result.succeed({ after, revision }) };
    const appended = yield* ports.cases.append(step);
    return { before, outcome: Result.succeed({ after, revision: appended.revision }) };
  });

const NO_LOG = { commands: [], record: [] };

/** What the programme's own people are told of a command that was not taken: everything. */
export const refusalForProgramme = (error: AdvanceError | null): Failing => {
  if (error === null) return problem("conflict", "the case has not begun: its opening command comes first");
  if (error._tag === "GatesStop")
    return problem("conflict", "gates stop the step", { more: { error: error._tag, stopping: error.stopping } });
  if (error._tag === "DangerComesFirst")
    return problem("conflict", "a danger that was disclosed comes first", {
      more: { first: error.guidance, error: error._tag },
    });
  return error;
};
