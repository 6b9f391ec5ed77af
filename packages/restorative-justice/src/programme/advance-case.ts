import { compareInstants } from "@victim-rights/core";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import type { RecordLine } from "./case-record.ts";
import type { ProgrammeCommand } from "./command.ts";
import { dangerAfter, type DangerWatch } from "./danger.ts";
import {
  type AdvanceError,
  CaseEnded,
  ClockWentBack,
  CommandExistsWithDifferentContent,
  DangerComesFirst,
  GatesStop,
  SideMayNot,
  StepNotOpen,
} from "./errors.ts";
import { failing, type GateId, type GateResult } from "./gate-result.ts";
import type { Machine, Transition } from "./machine.ts";

/** What every case keeps: the commands that were taken and the record of what they did. Both are only added to. */
export type CaseLog<State extends string, Command extends ProgrammeCommand> = {
  readonly commands: readonly Command[];
  readonly record: readonly RecordLine<State, Command["act"]>[];
};

/** A case of any programme: its log, and whether a danger is open in it. */
export type ProgrammeCase<State extends string, Command extends ProgrammeCommand> = CaseLog<State, Command> &
  DangerWatch;

/** A command beside the case that it is given in. */
export type Given<Case, Command> = { readonly case: Case; readonly command: Command };

/** A command beside its case, and all else that the answer depends on. */
export type Asked<Case, Command, Setting> = Given<Case, Command> & { readonly setting: Setting };

/** A programme: its table, and what the table cannot say. What follows from a step is read off the record alone. */
export type Programme<
  State extends string,
  Command extends ProgrammeCommand,
  Case extends ProgrammeCase<State, Command>,
> = {
  readonly machine: Machine<State, Command["act"]>;
  readonly stateOf: (each: Case) => State;
  /** What an open danger never holds up: stopping, and attending to it. Every other act waits (INV-16). */
  readonly openInDanger: readonly Command["act"][];
  /** Where the act leads; `null` where this case does not have it open although its state does. */
  readonly targetOf: (given: Given<Case, Command>, steps: readonly State[]) => State | null;
  /** Gates that are asked for the record alone, and stop nothing. */
  readonly recordedOnly: (act: Command["act"]) => readonly GateId[];
  /** The case after the step that a line records, its log and its danger left as they were. */
  readonly applied: (given: Given<Case, Command>, line: RecordLine<State, Command["act"]>) => Case;
  /** What comes of a step by itself, without another command. */
  readonly settled: (each: Case) => Case;
};

/** What a step is asked with: the gates, and the words that come first in danger. */
export type Asking = { readonly gate: (gate: GateId) => GateResult; readonly guidance: string };

/**
 * Takes one command in a case. A command given again with the same content changes nothing; any other either adds to the
 * record or leaves the case as it is.
 * @errors `AdvanceError`, in its order of precedence; every gate that stops is told.
 */
export const advanceCase = <
  State extends string,
  Command extends ProgrammeCommand,
  Case extends ProgrammeCase<State, Command>,
>(
  programme: Programme<State, Command, Case>,
  given: Given<Case, Command>,
  asking: Asking,
): Result.Result<Case, AdvanceError> => {
  const { case: each, command } = given;
  const before = each.commands.find(({ id }) => id === command.id);
  if (before !== undefined && Equal.equals(before, command)) return Result.succeed(each);
  const { danger } = each;
  if (danger !== null && !programme.openInDanger.includes(command.act))
    return Result.fail(new DangerComesFirst({ act: command.act, disclosure: danger, guidance: asking.guidance }));
  if (before !== undefined) return Result.fail(new CommandExistsWithDifferentContent({ command: command.id }));
  const opened = Result.flatMap(inTime(given), () => openStep(programme, given));
  return Result.flatMap(opened, (step) => takeStep(programme, given, { ...asking, step }));
};

const inTime = <State extends string, Command extends ProgrammeCommand, Case extends CaseLog<State, Command>>({
  case: { commands },
  command: { at },
}: Given<Case, Command>): Result.Result<null, AdvanceError> => {
  const last = commands.at(-1)?.at ?? at;
  return compareInstants(at, last) < 0 ? Result.fail(new ClockWentBack({ at, last })) : Result.succeed(null);
};

const openStep = <State extends string, Command extends ProgrammeCommand, Case extends ProgrammeCase<State, Command>>(
  programme: Programme<State, Command, Case>,
  given: Given<Case, Command>,
): Result.Result<Transition<State, Command["act"]>, AdvanceError> => {
  const { machine } = programme;
  const [state, { act, by }] = [programme.stateOf(given.case), given.command];
  const steps = machine.transitions.filter((step) => step.act === act && step.from.includes(state));
  const target = isNothingToAddress(given)
    ? null
    : programme.targetOf(
        given,
        steps.map(({ to }) => to),
      );
  const step = steps.find(({ to }) => to === target);
  if (step === undefined)
    return Result.fail(
      machine.terminal.includes(state)
        ? new CaseEnded({ state })
        : new StepNotOpen({ act, state, open: openActs(machine, state, by.side) }),
    );
  return step.by.includes(by.side)
    ? Result.succeed(step)
    : Result.fail(new SideMayNot({ act, side: by.side, may: step.by }));
};

const isNothingToAddress = ({ case: { danger }, command: { act } }: Given<DangerWatch, ProgrammeCommand>): boolean =>
  act === "address-danger" && danger === null;

const openActs = <State extends string, Act extends string>(
  { transitions }: Machine<State, Act>,
  state: State,
  side: ProgrammeCommand["by"]["side"],
): readonly Act[] => [
  ...new Set(transitions.filter((step) => step.from.includes(state) && step.by.includes(side)).map(({ act }) => act)),
];

type Taking<State extends string, Act extends string> = Pick<Asking, "gate"> & {
  readonly step: Transition<State, Act>;
};

const takeStep = <State extends string, Command extends ProgrammeCommand, Case extends ProgrammeCase<State, Command>>(
  programme: Programme<State, Command, Case>,
  given: Given<Case, Command>,
  { gate, step }: Taking<State, Command["act"]>,
): Result.Result<Case, AdvanceError> => {
  const { case: before, command } = given;
  const gates = step.gates.map((each) => gate(each));
  const [first, ...others] = failing(gates);
  if (first !== undefined) return Result.fail(new GatesStop({ act: step.act, stopping: [first, ...others] }));
  const recorded = programme.recordedOnly(step.act).map((each) => gate(each));
  const { id, act, by, at, evidence } = command;
  const from = programme.stateOf(before);
  const seq = before.record.length + 1;
  const line = { seq, command: id, act, by, at, from, to: step.to, gates: [...gates, ...recorded], evidence };
  const log = { commands: [...before.commands, command], record: [...before.record, line] };
  const danger = dangerAfter(before, command);
  return Result.succeed(programme.settled({ ...programme.applied(given, line), danger, ...log }));
};
