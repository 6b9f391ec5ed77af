import type { Ground, MissingFact } from "@victim-rights/rules";
import { decisiveContradictions, type Verdict } from "./decide-cases.ts";
import { groupByBearer } from "./group-grounds.ts";
import { needsPerson } from "./needs-person.ts";
import type { Disposition, DutyGround, NeedsPersonCause, Owed } from "./notice-plan.ts";
import { owedNotice } from "./owed-notice.ts";
import { dutyOf, type PairInput, timekeepingOf } from "./plan-context.ts";
import { rankMethods } from "./rank-methods.ts";
import { timeGround, type TimedGround } from "./time-ground.ts";

type Decided = Extract<Verdict, { kind: "decided" }>;

/** What is owed, gathered over the person's cases. `first` is a case that owes something. */
type Gathered = {
  readonly first: Decided;
  readonly others: readonly Decided[];
  readonly timed: readonly TimedGround[];
  readonly possible: readonly Ground[];
  readonly notes: readonly string[];
};

/** Plans the notices of a pair that is owed at least one, or says why a person must see to it. */
export const planOwed = (input: PairInput, verdicts: readonly Verdict[], first: Decided): Disposition => {
  const gathered = gather(input, verdicts, first);
  const grounds = gathered.timed.flatMap((each) => (each.kind === "timed" ? [each.ground] : []));
  const [group, ...groups] = groupByBearer(grounds);
  if (group === undefined) return noDate(input, gathered);
  const unreachable = whyUnreachable(input, grounds);
  if (unreachable !== null) return notNotifiable(input, { gathered, cause: unreachable });
  const { context, pair, recipient } = input;
  const notice = { pair, recipient, timekeeping: timekeepingOf(input), serviceTargets: context.serviceTargets };
  return {
    ...pair,
    list: "owed",
    notices: [owedNotice(group, notice), ...groups.map((each) => owedNotice(each, notice))],
    possible: possibleOf(input, gathered),
    questions: questionsOf(gathered),
    supersedes: input.revision.state.kind === "stands" ? input.revision.state.replaces : null,
    language: recipient.language,
    notes: [...gathered.notes, ...revisionNotes(input), ...contactNotes(input)],
    receipt: first.determination.receipt,
    otherReceipts: gathered.others.map(({ determination }) => determination.receipt),
  };
};

const gather = (input: PairInput, verdicts: readonly Verdict[], first: Decided): Gathered => {
  const decided = verdicts.filter((verdict) => verdict.kind === "decided");
  const grounds = distinct(decided.flatMap(holding));
  const held = new Set(grounds.map(({ rule }) => rule));
  const possible = distinct(decided.flatMap(({ determination }) => determination.possibleGrounds)).filter(
    ({ rule }) => !held.has(rule),
  );
  const timed = grounds.map((ground) => timeGround(ground, dutyOf(ground, input.day), timekeepingOf(input)));
  return { first, others: decided.filter((each) => each !== first), timed, possible, notes: notesOf(verdicts, timed) };
};

/** A yes may rest on one of several grounds without any being certain: then each of them is met. */
const holding = ({ determination }: Decided): readonly Ground[] => {
  const certain = determination.answer !== "yes" || determination.grounds.length > 0;
  return certain ? determination.grounds : determination.possibleGrounds;
};

const distinct = (grounds: readonly Ground[]): readonly Ground[] => [
  ...new Map(grounds.map((ground) => [ground.rule, ground])).values(),
];

const notesOf = (verdicts: readonly Verdict[], timed: readonly TimedGround[]): readonly string[] => [
  ...timed.flatMap((each) =>
    each.kind === "timed"
      ? []
      : [`${each.ground.rule} holds, but the record has no \`${each.field}\` date to count from`],
  ),
  ...verdicts.flatMap((verdict) => {
    if (
      verdict.kind === "decided" &&
      verdict.determination.answer === "yes" &&
      verdict.determination.grounds.length === 0
    ) {
      return [
        "a notice is owed whatever the open questions turn out to be; which of these grounds holds depends on them",
      ];
    }
    if (verdict.kind === "refused") return [`another case of this person needs a look: ${verdict.what.join(", ")}`];
    if (verdict.kind === "conflict")
      return [`in another case ${verdict.between.map(({ rule }) => rule).join(" and ")} contradict each other`];
    return decisiveContradictions(verdict).map(
      (fact) => `registrations differ on \`${fact}\`: further grounds depend on it`,
    );
  }),
];

/** Grounds that would join: those that missing facts could add, and those that lack a date. */
const possibleOf = ({ day }: PairInput, { timed, possible }: Gathered): Owed["possible"] => [
  ...timed.flatMap((each) => (each.kind === "no-anchor" ? [{ ground: each.ground, duty: each.duty }] : [])),
  ...possible.map((ground) => ({ ground, duty: dutyOf(ground, day) })),
];

const questionsOf = ({ first, others }: Gathered): readonly MissingFact[] => [
  ...new Map(
    [first, ...others]
      .flatMap(({ determination }) => determination.missingForGrounds)
      .map((question) => [question.fact, question]),
  ).values(),
];

const noDate = (input: PairInput, { first, timed, notes }: Gathered): Disposition => {
  const fields = [...new Set(timed.flatMap((each) => (each.kind === "no-anchor" ? [each.field] : [])))].toSorted();
  return needsPerson(input, {
    cause: { kind: "contradictory-record", of: "event", what: fields.map((field) => `no \`${field}\` date`) },
    possible: timed.flatMap((each) => (each.kind === "no-anchor" ? [each.ground] : [])),
    notes,
    receipt: first.determination.receipt,
  });
};

type NotNotifiable = Extract<NeedsPersonCause, { kind: "not-notifiable" }>;

/** A wish for anonymity stands above any contact on file. Neither it nor a missing address ever waives a right. */
const whyUnreachable = ({ recipient }: PairInput, grounds: readonly DutyGround[]): NotNotifiable | null => {
  const owedOn = grounds.map(({ ground }) => ground);
  if (recipient.anonymous) return { kind: "not-notifiable", why: "anonymous-by-choice", owedOn };
  const { none } = rankMethods({ ...recipient, legal: [] });
  return none === null ? null : { kind: "not-notifiable", why: none, owedOn };
};

const notNotifiable = (
  input: PairInput,
  { gathered, cause }: { readonly gathered: Gathered; readonly cause: NotNotifiable },
): Disposition =>
  needsPerson(input, {
    cause,
    possible: distinct([
      ...cause.owedOn,
      ...gathered.timed.map(({ ground }) => ("rule" in ground ? ground : ground.ground)),
      ...gathered.possible,
    ]),
    notes: [...gathered.notes, ...revisionNotes(input), ...contactNotes(input)],
    receipt: gathered.first.determination.receipt,
  });

const contactNotes = ({ recipient }: PairInput): readonly string[] => rankMethods({ ...recipient, legal: [] }).notes;

/** What a corrected event asks of the notice that tells it. */
const revisionNotes = ({ revision: { event, state } }: PairInput): readonly string[] => {
  if (state.kind !== "stands" || event.revision === 1) return [];
  if (state.replaces === null)
    return ["an earlier revision is not among these records; it may already have been notified"];
  return [`revision ${state.replaces} may already have been notified: say that this takes its place`];
};
