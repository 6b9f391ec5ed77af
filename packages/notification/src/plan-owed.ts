import type { Ground, MissingFact } from "@victim-rights/rules";
import { decisiveContradictions, type Verdict } from "./decide-cases.ts";
import { groupByBearer } from "./group-grounds.ts";
import { needsPerson } from "./needs-person.ts";
import type { Disposition, NeedsPersonCause, Owed } from "./notice-plan.ts";
import { type NoticeParts, noticeParts, owedNotice } from "./owed-notice.ts";
import { dutyOf, type PairInput, timekeepingOf } from "./plan-context.ts";
import { type MethodRanking, rankMethods } from "./rank-methods.ts";
import { timeGround, type TimedGround, type Timekeeping } from "./time-ground.ts";

type Decided = Extract<Verdict, { kind: "decided" }>;

/** What is owed, gathered over the person's cases. `first` is a case that owes something. */
type Gathered = {
  readonly first: Decided;
  readonly others: readonly Decided[];
  readonly timed: readonly TimedGround[];
  readonly notices: readonly NoticeParts[];
  readonly possible: readonly Ground[];
  readonly notes: readonly string[];
};

/** Plans the notices of a pair that is owed at least one, or says why a person must see to it. */
export const planOwed = (input: PairInput, verdicts: readonly Verdict[], first: Decided): Disposition => {
  const gathered = gather(input, verdicts, first);
  const [notice, ...notices] = gathered.notices;
  if (notice === undefined) return noDate(input, gathered);
  const { pair, recipient } = input;
  const reach = rankMethods({ ...recipient, legal: [] });
  const unreachable = whyUnreachable(input, gathered, reach);
  if (unreachable !== null) return notNotifiable(input, { gathered, cause: unreachable, reach });
  return {
    ...pair,
    list: "owed",
    notices: [owedNotice(notice, pair, recipient), ...notices.map((each) => owedNotice(each, pair, recipient))],
    possible: possibleOf(input, gathered),
    questions: questionsOf(gathered),
    supersedes: input.revision.state.kind === "stands" ? input.revision.state.replaces : null,
    language: recipient.language,
    notes: [...gathered.notes, ...revisionNotes(input), ...reach.notes],
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
  const { timed, notices } = dutiesOn(grounds, input);
  const others = decided.filter((each) => each !== first);
  return { first, others, timed, notices, possible, notes: notesOf(verdicts, timed) };
};

/** What grounds come to on an event, for everybody for whom the same ones hold. */
type Duties = { readonly timed: readonly TimedGround[]; readonly notices: readonly NoticeParts[] };

/** What was put together stays as long as what its windows were counted with: one event in one plan, on one day's law. */
const together = new WeakMap<Timekeeping, Map<string, Duties>>();

const dutiesOn = (grounds: readonly Ground[], input: PairInput): Duties => {
  const timekeeping = timekeepingOf(input);
  const known = together.get(timekeeping) ?? new Map<string, Duties>();
  together.set(timekeeping, known);
  const key = grounds.map(({ rule }) => rule).join(" ");
  const found = known.get(key) ?? putTogether(grounds, input, timekeeping);
  known.set(key, found);
  return found;
};

const putTogether = (
  grounds: readonly Ground[],
  { context: { serviceTargets }, day }: PairInput,
  timekeeping: Timekeeping,
): Duties => {
  const timed = grounds.map((ground) => timeGround(ground, dutyOf(ground, day), timekeeping));
  const groups = groupByBearer(timed.flatMap((each) => (each.kind === "timed" ? [each.ground] : [])));
  return { timed, notices: groups.map((group) => noticeParts(group, { timekeeping, serviceTargets })) };
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
const whyUnreachable = (
  { recipient }: PairInput,
  { timed }: Gathered,
  { none }: MethodRanking,
): NotNotifiable | null => {
  const owedOn = timed.flatMap((each) => (each.kind === "timed" ? [each.ground.ground] : []));
  if (recipient.anonymous) return { kind: "not-notifiable", why: "anonymous-by-choice", owedOn };
  return none === null ? null : { kind: "not-notifiable", why: none, owedOn };
};

const notNotifiable = (
  input: PairInput,
  {
    gathered,
    cause,
    reach,
  }: { readonly gathered: Gathered; readonly cause: NotNotifiable; readonly reach: MethodRanking },
): Disposition =>
  needsPerson(input, {
    cause,
    possible: distinct([
      ...cause.owedOn,
      ...gathered.timed.map(({ ground }) => ("rule" in ground ? ground : ground.ground)),
      ...gathered.possible,
    ]),
    notes: [...gathered.notes, ...revisionNotes(input), ...reach.notes],
    receipt: gathered.first.determination.receipt,
  });

/** What a corrected event asks of the notice that tells it. */
const revisionNotes = ({ revision: { event, state } }: PairInput): readonly string[] => {
  if (state.kind !== "stands" || event.revision === 1) return [];
  if (state.replaces === null)
    return ["an earlier revision is not among these records; it may already have been notified"];
  return [`revision ${state.replaces} may already have been notified: say that this takes its place`];
};
