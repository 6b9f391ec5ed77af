import { invariant } from "@victim-rights/core";
import { evaluate, type Facts } from "@victim-rights/rules";
import * as Result from "effect/Result";
import type { GateId, GateResult } from "../programme/gate-result.ts";
import { GATE_OUTCOMES, type GateOutcome } from "../screening/ipv-gate.ts";
import { factEntries } from "./fact-entries.ts";
import type { FactEntry, GateInput } from "./fact-entry.ts";
import { GATE_IDS, type GateQuestion, type Gates } from "./gates.ts";
import { keptShutBy } from "./leaves.ts";

/** Asks gates of one case at one moment; the facts are read off the records once. */
export type GateAsker = (gate: GateId) => GateResult;

/** Readies the gates for one case at one moment. */
export const askGates = (gates: Gates, input: GateInput): GateAsker => {
  const entries = factEntries(input, gates.statable);
  const facts: Facts = Object.fromEntries([...entries].map(([fact, { value }]) => [fact, value]));
  return (gate) => {
    const questions = gates.byGate.get(gate);
    invariant(questions !== undefined, "only gates that have a rule file are asked");
    return resultOf(gate, questions, { input, entries, facts });
  };
};

/**
 * Asks every gate, or those named, and tells every result. Nothing stops at the first that is shut: whoever reads it sees
 * all that would have to change.
 */
export const evaluateGates = (
  gates: Gates,
  input: GateInput,
  ask: readonly GateId[] = GATE_IDS,
): readonly GateResult[] => ask.map(askGates(gates, input));

type Known = {
  readonly input: GateInput;
  readonly entries: ReadonlyMap<string, FactEntry>;
  readonly facts: Facts;
};

const resultOf = (gate: GateId, questions: readonly GateQuestion[], known: Known): GateResult => {
  const answers = questions.map((question) => ({ question, outcome: outcomeOf(question, known.facts) }));
  const outcome = GATE_OUTCOMES.find((each) => answers.some((answer) => answer.outcome === each)) ?? "pass";
  const shut = answers.filter((answer) => answer.outcome !== "pass");
  const read = questions.flatMap(({ reads }) => reads.map((fact) => known.entries.get(fact)));
  const chosen = read.flatMap((entry) => entry?.cites ?? []);
  return {
    gate,
    outcome,
    rules: questions.flatMap(({ rules, compiled: { edition } }) =>
      rules.map(({ id, cites }) => ({ rule: id, edition, cites: [...cites, ...chosen] })),
    ),
    lifts: distinct(shut.flatMap(({ question }) => liftsOf(question, known))),
    inputs: distinct(read.flatMap((entry) => entry?.inputs ?? [])),
    decidedBy: known.input.decidedBy,
    at: known.input.at,
  };
};

const outcomeOf = ({ compiled, otherwise }: GateQuestion, facts: Facts): GateOutcome => {
  const decided = evaluate(compiled, facts);
  invariant(Result.isSuccess(decided), "the facts are of the gates' vocabulary, and their rules never conflict");
  const { answer } = decided.success;
  if (answer === "yes") return "pass";
  return answer === "no" ? otherwise : "indeterminate";
};

const liftsOf = ({ rules, lifts }: GateQuestion, { facts, entries }: Known): readonly string[] =>
  rules
    .flatMap(({ conditions }) => keptShutBy(conditions, facts))
    .flatMap((fact) => entries.get(fact)?.lifts ?? (lifts[fact] === undefined ? [] : [lifts[fact]]));

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
