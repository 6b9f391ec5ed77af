import { compareInstants } from "@victim-rights/core";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import type { RecordLine } from "./case-record.ts";
import type { ProgrammeCommand } from "./command.ts";
import {
  type AdvanceError,
  CaseEnded,
  ClockWentBack,
  CommandExistsWithDifferentContent,
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

/** A command beside the case that it is given in, and all that the answer depends on. */
export type Asked<Case, Command, Setting> = {
  readonly case: Case;
  readonly command: Command;
  readonly setting: Setting;
};

/** A programme: its table, and what the table cannot say. */
export type Programme<
  State extends string,
  Command extends ProgrammeCommand,
  Case extends CaseLog<State, Command>,
  Setting,
> = {
  readonly machine: Machine<State, Command["act"]>;
  readonly stateOf: (each: Case) => State;
  /** Where the act leads; `null` where this case does not have it open although its state does. */
  readonly targetOf: (asked: Asked<Case, Command, Setting>, steps: readonly State[]) => State | null;
  readonly gate: (gate: GateId, asked: Asked<Case, Command, Setting>) => GateResult;
  /** Gates that are asked for the record alone, and stop nothing. */
  readonly recordedOnly: (act: Command["act"]) => readonly GateId[];
  /** The case after the step, its log left as it was. */
  readonly applied: (asked: Asked<Case, Command, Setting>, to: State) => Case;
};

/**
 * Takes one command in a case. A command given again with the same content changes nothing; any other either adds one
 * line to the record or leaves the case as it is.
 * @errors `AdvanceError`, in its order of precedence; every gate that stops is told.
 */
export const advanceCase = <
  State extends string,
  Command extends ProgrammeCommand,
  Case extends CaseLog<State, Command>,
  Setting,
>(
  programme: Programme<State, Command, Case, Setting>,
  asked: Asked<Case, Command, Setting>,
): Result.Result<Case, AdvanceError> => {
  const given = asked.case.commands.find(({ id }) => id === asked.command.id);
  if (given !== undefined) return givenBefore(asked, given);
  const opened = Result.flatMap(inTime(asked), () => openStep(programme, asked));
  return Result.flatMap(opened, (step) => takeStep(programme, asked, step));
};

const givenBefore = <Case, Command extends ProgrammeCommand, Setting>(
  { case: unchanged, command }: Asked<Case, Command, Setting>,
  given: Command,
): Result.Result<Case, AdvanceError> =>
  Equal.equals(given, command)
    ? Result.succeed(unchanged)
    : Result.fail(new CommandExistsWithDifferentContent({ command: command.id }));

const inTime = <State extends string, Command extends ProgrammeCommand, Case extends CaseLog<State, Command>, Setting>({
  case: { commands },
  command: { at },
}: Asked<Case, Command, Setting>): Result.Result<null, AdvanceError> => {
  const last = commands.at(-1)?.at ?? at;
  return compareInstants(at, last) < 0 ? Result.fail(new ClockWentBack({ at, last })) : Result.succeed(null);
};

const openStep = <
  State extends string,
  Command extends ProgrammeCommand,
  Case extends CaseLog<State, Command>,
  Setting,
>(
  { machine, stateOf, targetOf }: Programme<State, Command, Case, Setting>,
  asked: Asked<Case, Command, Setting>,
): Result.Result<Transition<State, Command["act"]>, AdvanceError> => {
  const [state, { act, by }] = [stateOf(asked.case), asked.command];
  const steps = machine.transitions.filter((step) => step.act === act && step.from.includes(state));
  const target = targetOf(
    asked,
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

const openActs = <State extends string, Act extends string>(
  { transitions }: Machine<State, Act>,
  state: State,
  side: ProgrammeCommand["by"]["side"],
): readonly Act[] => [
  ...new Set(transitions.filter((step) => step.from.includes(state) && step.by.includes(side)).map(({ act }) => act)),
];

const takeStep = <
  State extends string,
  Command extends ProgrammeCommand,
  Case extends CaseLog<State, Command>,
  Setting,
>(
  programme: Programme<State, Command, Case, Setting>,
  asked: Asked<Case, Command, Setting>,
  step: Transition<State, Command["act"]>,
): Result.Result<Case, AdvanceError> => {
  const gates = step.gates.map((gate) => programme.gate(gate, asked));
  const [first, ...others] = failing(gates);
  if (first !== undefined) return Result.fail(new GatesStop({ act: step.act, stopping: [first, ...others] }));
  const recorded = programme.recordedOnly(step.act).map((gate) => programme.gate(gate, asked));
  const line = lineOf({ programme, asked, to: step.to }, [...gates, ...recorded]);
  const log = { commands: [...asked.case.commands, asked.command], record: [...asked.case.record, line] };
  return Result.succeed({ ...programme.applied(asked, step.to), ...log });
};

type Taken<State extends string, Command extends ProgrammeCommand, Case extends CaseLog<State, Command>, Setting> = {
  readonly programme: Programme<State, Command, Case, Setting>;
  readonly asked: Asked<Case, Command, Setting>;
  readonly to: State;
};

const lineOf = <State extends string, Command extends ProgrammeCommand, Case extends CaseLog<State, Command>, Setting>(
  { programme, asked, to }: Taken<State, Command, Case, Setting>,
  gates: readonly GateResult[],
): RecordLine<State, Command["act"]> => {
  const { id, act, by, at, evidence } = asked.command;
  const from = programme.stateOf(asked.case);
  return { seq: asked.case.record.length + 1, command: id, act, by, at, from, to, gates, evidence };
};
