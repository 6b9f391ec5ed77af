import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { hearStop } from "../io/hear-stop.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { wrap } from "../io/wrap.ts";
import { writePrivately } from "../io/write-privately.ts";
import { fileOf, readCase, type StoredCase } from "./case-file.ts";
import { whileCaseLocked } from "./case-lock.ts";
import { printGates } from "./print-gates.ts";
import { printView } from "./print-view.ts";
import { STATE_POLICY_OPTIONS, stateWanted } from "./state-wanted.ts";
import { type Step, takeStep } from "./take-step.ts";
import { UNTOLD } from "./untold.ts";
import type { AdvanceError } from "@victim-rights/restorative-justice";

const AdvanceOptions = z.object({
  file: z.string().min(1),
  command: z.string().min(1),
  facts: z.string().min(1).optional(),
  policy: z.string().min(1).optional(),
  ...STATE_POLICY_OPTIONS,
  as: z.enum(["programme", "victim-side", "offender-side"]).default("programme"),
  json: z.boolean().default(false),
});
type AdvanceOptions = z.infer<typeof AdvanceOptions>;

/** Gives one command to a case in a file. The file is written anew only when the step was taken, whole or not at all. */
export const runAdvance = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(AdvanceOptions, raw), (options) => {
    const place = placeOf(io, options.file);
    const taken = whileCaseLocked(place, () =>
      thenDo(readCase(io, options.file), (before) =>
        thenDo(stateWanted(before.programme, options), (state) =>
          thenDo(takeStep(io, before, { ...options, state }), async (step) => {
            if (options.as !== "programme" && step.replies[options.as] === null) return Result.fail(NOT_THEIRS);
            await hearStop(io);
            const isTaken = Result.isSuccess(step.outcome) && step.outcome.success.case !== before.case;
            if (isTaken) writePrivately(io, place, fileOf(step.outcome.success));
            return Result.succeed({ step, isTaken });
          }),
        ),
      ),
    );
    return thenDo(
      taken.then((outcome) => Result.mapError(outcome, (wrong) => asTold(wrong, options))),
      ({ step, isTaken }) => tell(io, step, { ...options, isTaken }),
    );
  });

/** Either side hears what is wrong with its own command, and of anything else that there is nothing to be shown. */
const asTold = (wrong: Failure, { as, command }: AdvanceOptions): Failure => {
  const isOwn = wrong.problems.every(({ where }) => where === NOT_THEIRS.problems[0].where || isIn(command, where));
  return as === "programme" || isOwn ? wrong : UNTOLD;
};

const isIn = (path: string, where: string | null): boolean => where === path || where?.startsWith(`${path} `) === true;

/** The file itself, whatever links lead to it: one that is written anew would take the place of a link. */
const placeOf = (io: Io, file: string): string => {
  const path = resolve(io.cwd, file);
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

const NOT_THEIRS: Failure = failure(EXIT.usage, [
  { where: "--as", problem: "the command is not that side's own", fix: "leave --as out" },
]);

type Telling = AdvanceOptions & { readonly isTaken: boolean };

/**
 * The offender side is answered the same whatever came of its command, and so is the shell. The victim side hears
 * whether its command was taken, and of a refusal no more than it may.
 */
const tell = (io: Io, step: Step, { as, json, isTaken }: Telling): Outcome => {
  const reply = as === "programme" ? null : step.replies[as];
  if (reply !== null) {
    if (json) sayJson(io, reply);
    else printView(io, reply);
    return Result.succeed(as === "victim-side" && Result.isFailure(step.outcome) ? EXIT.findings : EXIT.ok);
  }
  return Result.match(step.outcome, {
    onSuccess: (stored) => tellTaken(io, stored, { json, isTaken }),
    onFailure: (error) => tellStopped(io, error, { json, sources: step.sources }),
  });
};

const tellTaken = (io: Io, stored: StoredCase, { json, isTaken }: Pick<Telling, "json" | "isTaken">): Outcome => {
  const line = stored.case?.record.at(-1);
  if (json) sayJson(io, { taken: isTaken, id: stored.id, line });
  else if (!isTaken) say(io, "the command was given before, with the same content: nothing changed");
  else if (line !== undefined)
    say(io, `${stored.id}: ${line.act}, from ${line.from} to ${line.to}; ${passed(line.gates.length)}`);
  return Result.succeed(EXIT.ok);
};

const passed = (gates: number): string => (gates === 0 ? "no gate is asked" : `${gates} gates passed`);

const asJson = (error: AdvanceError): object => {
  const told = { name: error._tag, message: error.message };
  if (error._tag === "DangerComesFirst") return { first: error.guidance, ...told, invariant: error.invariant };
  return error._tag === "GatesStop" ? { ...told, act: error.act, stopping: error.stopping } : told;
};

type Stopping = { readonly json: boolean; readonly sources: Step["sources"] };

/** A gate that stops is a finding; anything else is a command that does not fit. Danger is spoken of before all. */
const tellStopped = (io: Io, error: AdvanceError, { json, sources }: Stopping): Outcome => {
  if (error._tag !== "GatesStop" && error._tag !== "DangerComesFirst")
    return Result.fail(
      failure(EXIT.badInput, [
        { where: null, problem: `${error._tag}: ${error.message}`, fix: "the case is unchanged" },
      ]),
    );
  if (json) sayJson(io, { taken: false, error: asJson(error) });
  else if (error._tag === "DangerComesFirst")
    for (const line of [error.guidance, error.message].flatMap(wrap)) say(io, line);
  else {
    say(io, `${error.act} is stopped, and the case is unchanged:`);
    printGates(io, error.stopping, sources());
  }
  return Result.succeed(EXIT.findings);
};
