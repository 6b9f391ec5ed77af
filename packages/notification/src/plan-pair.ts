import type { MissingFact } from "@victim-rights/rules";
import { unreadableDates } from "./anchor-moment.ts";
import { decideCases, decisiveContradictions, type Verdict } from "./decide-cases.ts";
import { needsPerson } from "./needs-person.ts";
import { noRuleHolds, notOwed, offNotes } from "./not-owed.ts";
import type { Disposition } from "./notice-plan.ts";
import type { PairInput } from "./plan-context.ts";
import { planOwed } from "./plan-owed.ts";

type Decided = Extract<Verdict, { kind: "decided" }>;

/** Decides one pair. Every way through ends in one of the three lists. */
export const planPair = (input: PairInput): Disposition => {
  const { event, state } = input.revision;
  switch (state.kind) {
    case "superseded":
      return notOwed(
        input,
        { kind: "event-superseded", by: state.by },
        { notes: ["if this revision was notified, the notice must be corrected"] },
      );
    case "withdrawn":
      return notOwed(input, { kind: "event-withdrawn" }, { notes: withdrawnNotes(state.replaces) });
    case "contradictory":
      return needsPerson(input, { cause: { kind: "contradictory-record", of: "event", what: state.fields } });
    case "stands": {
      const unreadable = unreadableDates(event);
      if (unreadable.length === 0) return planStanding(input);
      return needsPerson(input, {
        cause: {
          kind: "contradictory-record",
          of: "event",
          what: unreadable.map((field) => `\`${field}\` is no real date`),
        },
      });
    }
  }
};

const withdrawnNotes = (replaces: number | null): readonly string[] =>
  replaces === null
    ? []
    : [`revision ${replaces} may already have been notified: tell the same people that it was withdrawn`];

const planStanding = (input: PairInput): Disposition => {
  const { context, recipient, revision, day } = input;
  const coverage = day.coverageOf(revision.event.kind);
  if (coverage.rules.length === 0) return notOwed(input, { kind: "no-rule-for-event" }, { notes: offNotes(coverage) });
  const verdicts = decideCases({
    recipient,
    event: revision.event,
    offenses: context.offensesOf(revision.event.supervisedPersonId),
    compiled: day.compiled,
    on: context.today,
    history: context.historyOf(revision.event.supervisedPersonId),
  });
  const decided = verdicts.filter((verdict) => verdict.kind === "decided");
  const owing = decided.find(({ determination }) => determination.answer === "yes");
  if (owing !== undefined) return planOwed(input, verdicts, owing);
  return unanswered(input, verdicts) ?? openOrNo(input, decided);
};

/** A case that the rules or the record keep from being decided. */
const unanswered = (input: PairInput, verdicts: readonly Verdict[]): Disposition | null => {
  for (const verdict of verdicts) {
    if (verdict.kind === "conflict")
      return needsPerson(input, { cause: { kind: "rule-conflict", between: verdict.between } });
    if (verdict.kind === "refused")
      return needsPerson(input, { cause: { kind: "contradictory-record", of: verdict.of, what: verdict.what } });
  }
  return null;
};

const openOrNo = (input: PairInput, decided: readonly Decided[]): Disposition => {
  const open = decided.filter(({ determination }) => determination.answer === "undetermined");
  const [first, ...rest] = decided;
  if (first === undefined)
    return needsPerson(input, {
      cause: { kind: "contradictory-record", of: "registration", what: ["no registration to decide on"] },
    });
  if (open.length === 0) return noRuleHolds(input, [first, ...rest]);
  const possible = open.flatMap(({ determination }) => [...determination.grounds, ...determination.possibleGrounds]);
  const receipt = open[0]?.determination.receipt ?? null;
  const contradictions = [...new Set(open.flatMap(decisiveContradictions))].toSorted();
  if (contradictions.length > 0) {
    return needsPerson(input, {
      cause: { kind: "contradictory-record", of: "registration", what: contradictions },
      possible,
      receipt,
    });
  }
  return needsPerson(input, { cause: { kind: "undetermined", questions: questionsOf(open) }, possible, receipt });
};

const questionsOf = (open: readonly Decided[]): readonly MissingFact[] => [
  ...new Map(
    open.flatMap(({ determination }) => determination.missing).map((question) => [question.fact, question]),
  ).values(),
];
