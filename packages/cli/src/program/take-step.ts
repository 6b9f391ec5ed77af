import type { Source } from "@victim-rights/core";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import type { Stored, StoredCase } from "./case-file.ts";
import { PROGRAMME_OF, type ProgrammeName } from "./programmes.ts";
import type { SettingFiles } from "./read-setting.ts";
import { dialogueSteps, letterSteps, panelSteps, serviceSteps, type StepsOf } from "./steps-of.ts";
import type { AdvanceError, ProgrammeCommand, VictimSideRefusal } from "@victim-rights/restorative-justice";

/** Everything that a step is taken with. */
export type StepFiles = SettingFiles & { readonly command: string };

/** What the victim side is told of its own command: whether it was taken, and of a refusal what it may hear. */
type VictimReply =
  | { readonly first: string | null; readonly answer: "taken" }
  | ({ readonly answer: "not-taken" } & VictimSideRefusal);

/** What a command came to: the case after it, or why it was not taken; and what either side is answered. */
export type Step = {
  readonly outcome: Result.Result<StoredCase, AdvanceError>;
  readonly sources: () => readonly Source[];
  /** `null` where somebody of another side gave the command. */
  readonly replies: { readonly "offender-side": object | null; readonly "victim-side": VictimReply | null };
};

/** Gives one command to a case. What cannot be read is a failure; what the programme does not take is an outcome. */
export const takeStep = (io: Io, stored: StoredCase, files: StepFiles): Promise<Result.Result<Step, Failure>> => {
  const given = { io, files };
  switch (stored.programme) {
    case "dialogue":
      return stepIn(given, stored, dialogueSteps());
    case "letter":
      return stepIn(given, stored, letterSteps);
    case "panel":
      return stepIn(given, stored, panelSteps);
    case "service":
      return stepIn(given, stored, serviceSteps);
  }
};

type Given = { readonly io: Io; readonly files: StepFiles };
type CaseOf<Name extends ProgrammeName> = NonNullable<Stored<Name>["case"]>;

const stepIn = <Name extends ProgrammeName, Command extends ProgrammeCommand, Policy, Facts>(
  { io, files }: Given,
  stored: { readonly programme: Name; readonly id: StoredCase["id"]; readonly case: CaseOf<Name> | null },
  steps: StepsOf<CaseOf<Name>, Command, Policy, Facts>,
): Promise<Result.Result<Step, Failure>> => {
  const { programme, id, case: before } = stored;
  return thenDo(readJsonFile(io, { path: files.command, what: "command", schema: steps.schema }), (command) => {
    const facts = asksGates(programme, command) ? files.facts : undefined;
    return thenDo(policyFor({ io, files }, programme, { steps, command }), (policy) =>
      thenDo(steps.readFacts(io, { facts }, command), (known) => {
        const opened = before === null ? steps.open(command, id) : null;
        if (before === null && opened === null) return unopened(programme, files.command);
        const taken = before === null ? opened : steps.advance(before, command, { facts: known, policy });
        if (taken === null) return unopened(programme, files.command);
        // The programme's name and its case belong together by the type of `stored`; the compiler cannot join them again.
        const outcome = Result.map(taken, (next) => ({ programme, id, case: next }) as unknown as StoredCase);
        const { side } = command.by;
        return Result.succeed<Step>({
          outcome,
          sources: PROGRAMME_OF[programme].sources,
          replies: {
            "offender-side": side === "offender-side" ? steps.answerOffender(before, command, policy) : null,
            "victim-side": side === "victim-side" ? victimReply(taken, { steps, before, policy }) : null,
          },
        });
      }),
    );
  });
};

type Replying<Case, Policy> = {
  readonly steps: Pick<StepsOf<Case, never, Policy, never>, "refuseVictim" | "firstForVictim">;
  readonly before: Case | null;
  readonly policy: Policy;
};

const victimReply = <Case, Policy>(
  taken: Result.Result<Case, AdvanceError>,
  { steps, before, policy }: Replying<Case, Policy>,
): VictimReply =>
  Result.match(taken, {
    onSuccess: (after): VictimReply => ({ first: steps.firstForVictim(after, policy), answer: "taken" }),
    onFailure: (error): VictimReply => {
      const { first, ...rest } = steps.refuseVictim(before, error, policy);
      return { first, answer: "not-taken", ...rest };
    },
  });

const unopened = (programme: ProgrammeName, where: string): Result.Result<never, Failure> => {
  const act = PROGRAMME_OF[programme].opening?.act ?? "";
  return Result.fail(
    failure(EXIT.badInput, [
      { where, problem: `a ${programme} case begins with \`${act}\``, fix: `give \`${act}\` under the file's own id` },
    ]),
  );
};

/** Whether any step of the table asks a gate for this act. None is asked of a withdrawal, a pause or an alarm (INV-04). */
const asksGates = (programme: ProgrammeName, { act }: ProgrammeCommand): boolean =>
  PROGRAMME_OF[programme].machine.transitions.some((step) => step.act === act && step.gates.length > 0);

type PolicyAsked<Command extends ProgrammeCommand, Policy> = {
  readonly steps: Pick<StepsOf<never, Command, Policy, never>, "readPolicy" | "housePolicy">;
  readonly command: Command;
};

/** Reads the policy. One that cannot be read holds up no step that asks no gate: the house's own takes its place. */
const policyFor = async <Command extends ProgrammeCommand, Policy>(
  { io, files }: Given,
  programme: ProgrammeName,
  { steps, command }: PolicyAsked<Command, Policy>,
): Promise<Result.Result<Policy, Failure>> => {
  const isAsked = asksGates(programme, command);
  if (files.policy === undefined && files.state === undefined && !isAsked) return Result.succeed(steps.housePolicy());
  const policy = await steps.readPolicy(io, files);
  if (Result.isSuccess(policy) || isAsked) return policy;
  io.err("notice: the policy cannot be read; the step asks no gate and goes on without it\n");
  return Result.succeed(steps.housePolicy());
};
