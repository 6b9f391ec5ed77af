import { epochMilliseconds, type Instant, instantAt } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import type { ProgrammeCase } from "../src/programme/advance-case.ts";
import type { ProgrammeCommand } from "../src/programme/command.ts";
import type { AdvanceError } from "../src/programme/errors.ts";
import type { Machine } from "../src/programme/machine.ts";

/** One random step: which act, by whom, how much later, what the facts say and how the command is filled in. */
export type Roll = {
  readonly act: number;
  readonly giver: number;
  readonly minutes: number;
  readonly facts: number;
  readonly fields: number;
};

type Dice = { readonly minutes: readonly number[]; readonly facts: number; readonly maxLength?: number };

/** Random steps, with the times between them and the number of ways in which facts can be. */
export const arbitraryRolls = ({ minutes, facts, maxLength = 16 }: Dice): fc.Arbitrary<readonly Roll[]> =>
  fc.array(
    fc.record({
      act: fc.nat(10_000),
      giver: fc.nat(15),
      minutes: fc.constantFrom(...minutes),
      facts: fc.nat(facts),
      fields: fc.nat(5),
    }),
    { maxLength, size: "max" },
  );

const DANGER: readonly string[] = ["disclose-danger", "address-danger"];

type Choice<State extends string, Act extends string> = {
  readonly machine: Machine<State, Act>;
  readonly state: State;
  readonly danger: ProgrammeCase<State, ProgrammeCommand>["danger"];
  /** Acts that lead nowhere or to an end, and come up seldom. */
  readonly seldom: readonly Act[];
  /** An act that is tried now and then wherever the case stands. */
  readonly stray: Act;
};

/** Mostly an act that leads on; now and then any that the state has open, or a stray one. Danger is attended to soon. */
export const rolledAct = <State extends string, Act extends string>(
  { machine, state, danger, seldom, stray }: Choice<State, Act>,
  { act }: Roll,
): Act => {
  const openActs = machine.transitions.filter(({ from }) => from.includes(state)).map((step) => step.act);
  const forward = openActs.filter((each) => !seldom.includes(each) && !DANGER.includes(each));
  const attending = openActs.filter((each) => each === "address-danger");
  const pool =
    danger !== null && act % 3 === 0 ? attending : act % 5 === 0 || forward.length === 0 ? openActs : forward;
  return act % 17 === 0 ? stray : (pool[Math.floor(act / 5) % pool.length] ?? stray);
};

/** By whom a step is given where it is not left to whom it is for. */
export const rolledGiver = (people: Readonly<Record<string, object>>, { giver }: Roll): { readonly by?: object } => {
  const stranger = Object.values(people)[giver];
  return stranger === undefined ? {} : { by: stranger };
};

/** One step that was played: before, the command, the facts, and what came of it. */
export type PlayedStep<Case, Command, Facts> = {
  readonly before: Case;
  readonly command: Command;
  readonly facts: Facts;
  readonly outcome: Result.Result<Case, AdvanceError>;
};

type Table<Case, Command, Facts> = {
  readonly start: Instant;
  readonly command: (each: Case, roll: Roll, at: Instant) => Command;
  readonly facts: (roll: Roll, at: Instant) => Facts;
  readonly advance: (each: Case, command: Command, facts: Facts) => Result.Result<Case, AdvanceError>;
};

/** Plays random steps on a case, whatever comes of each. */
export const playRolls = <Case extends ProgrammeCase<string, ProgrammeCommand>, Command, Facts>(
  begun: Case,
  steps: readonly Roll[],
  table: Table<Case, Command, Facts>,
): { readonly played: readonly PlayedStep<Case, Command, Facts>[]; readonly last: Case } => {
  const played: PlayedStep<Case, Command, Facts>[] = [];
  let [each, now] = [begun, table.start];
  for (const roll of steps) {
    now = instantAt(epochMilliseconds(now) + roll.minutes * 60_000);
    const command = table.command(each, roll, now);
    const facts = table.facts(roll, now);
    const outcome = table.advance(each, command, facts);
    played.push({ before: each, command, facts, outcome });
    each = Result.getOrElse(outcome, () => each);
    if (roll.minutes < 0) now = each.commands.at(-1)?.at ?? now;
  }
  return { played, last: each };
};

/** The steps that were taken, each with the case after it. */
export const stepsTaken = <Case, Command, Facts>(played: readonly PlayedStep<Case, Command, Facts>[]) =>
  played.flatMap((step) =>
    Result.isSuccess(step.outcome) && step.outcome.success !== step.before
      ? [{ ...step, after: step.outcome.success }]
      : [],
  );
