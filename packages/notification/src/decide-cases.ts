import { type CustodyEvent, type LocalDate, type Offense } from "@victim-rights/core";
import {
  type CompiledQuestion,
  decide,
  type Determination,
  type FactName,
  type Facts,
  factsOfPair,
  type Ground,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import type { Recipient } from "./merge-registrations.ts";

/** What the law answers about one of a person's cases, or why it cannot. */
export type Verdict =
  | {
      readonly kind: "decided";
      readonly facts: Facts;
      readonly determination: Determination;
      readonly contradictions: readonly FactName[];
    }
  | { readonly kind: "refused"; readonly of: "event" | "registration"; readonly what: readonly string[] }
  | { readonly kind: "conflict"; readonly between: readonly [Ground, Ground] };

export type CaseInput = {
  /** Every event on record of the supervised person. */
  readonly history: readonly CustodyEvent[];
  readonly recipient: Recipient;
  readonly event: CustodyEvent;
  readonly offenses: readonly Offense[];
  readonly compiled: CompiledQuestion;
  /** Today, in the agency's zone. */
  readonly on: LocalDate;
};

/** Decides each criminal case of a person by its own facts: two cases that differ are no contradiction. */
export const decideCases = ({ recipient, event, offenses, compiled, on, history }: CaseInput): readonly Verdict[] =>
  recipient.cases.map(({ registrations }) => {
    const { facts, contradictions } = factsOfPair({
      registrations,
      offenses,
      event,
      on,
      history,
      calendar: compiled.law.profile.calendar,
    });
    return verdictOf(compiled, facts, [...new Set([...contradictions, ...recipient.contradictions])].toSorted());
  });

const verdictOf = (compiled: CompiledQuestion, facts: Facts, contradictions: readonly FactName[]): Verdict => {
  const decided = decide(compiled, facts);
  if (Result.isSuccess(decided)) return { kind: "decided", facts, determination: decided.success, contradictions };
  const { failure } = decided;
  if (failure._tag === "FactProblems") {
    const { problems } = failure;
    const of = problems.every(({ fact }) => fact.startsWith("event.")) ? "event" : "registration";
    return { kind: "refused", of, what: problems.map(({ fact, code }) => `\`${fact}\`: ${code}`) };
  }
  const [clash] = failure.clashes;
  if (clash === undefined) return { kind: "refused", of: "registration", what: ["rules contradict each other"] };
  return { kind: "conflict", between: [clash.denial, clash.grant] };
};

/** The contradictions that keep a determination from being settled: the others change nothing. */
export const decisiveContradictions = ({
  determination,
  contradictions,
}: Extract<Verdict, { kind: "decided" }>): readonly FactName[] => {
  const missing = new Set(determination.missingForGrounds.map(({ fact }) => fact));
  return contradictions.filter((fact) => missing.has(fact));
};
