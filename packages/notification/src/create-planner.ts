import { type CustodyEvent, type Instant, localDateIn, type Offense, type Registration } from "@victim-rights/core";
import { dayOfEvent, type Law, type RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { compareText } from "./compare-text.ts";
import { type PlannerError, RecordsOfOtherJurisdiction } from "./errors.ts";
import { type EventHistory, eventHistory, type EventRevision } from "./event-history.ts";
import { lawOfDays } from "./law-of-day.ts";
import { mergeRegistrations, type Recipient } from "./merge-registrations.ts";
import { needsPerson } from "./needs-person.ts";
import type { Disposition, Pair } from "./notice-plan.ts";
import type { PairInput, PlanContext } from "./plan-context.ts";
import { planPair } from "./plan-pair.ts";
import type { ServicePolicy } from "./service-policy.ts";

/** What a plan is made from, registrations aside. */
export type PlannerInput = {
  readonly law: Law;
  readonly events: readonly CustodyEvent[];
  readonly offenses: readonly Offense[];
  readonly now: Instant;
  readonly policy?: ServicePolicy;
  /** Rules that are off by default, turned on for this plan beside those of the policy. */
  readonly enable?: readonly RuleId[];
};

/** Plans notices for registrations as they come, so that a state's registry can be streamed through it. */
export type Planner = {
  /**
   * One disposition for each person, supervised person and event revision among these registrations. Give all registrations
   * of one person about one supervised person in one call: what is not given together is not merged.
   */
  readonly planFor: (registrations: readonly Registration[]) => readonly Disposition[];
  /** Event rows that repeated another row exactly. */
  readonly duplicateEvents: number;
};

/**
 * Prepares the plan of one jurisdiction: events put in order, the law compiled for their days.
 * @errors `RecordsOfOtherJurisdiction`; what compiling can fail with; `DutyMalformed`. In that order.
 */
export const createPlanner = (input: PlannerInput): Result.Result<Planner, PlannerError> =>
  Result.gen(function* () {
    yield* checkJurisdiction(input);
    const { law, events, offenses, now, policy } = input;
    const today = localDateIn(now, law.profile.calendar.zone);
    const byPolicy = policy?.enableRules ?? [];
    const enable = [...new Set([...(input.enable ?? []), ...byPolicy])].toSorted(compareText);
    const lawOn = yield* lawOfDays({ law, days: new Set(events.map((event) => dayOfEvent(event, today))), enable });
    const offensesBy = Map.groupBy(offenses, ({ supervisedPersonId }) => supervisedPersonId);
    const history = eventHistory(events);
    const context: PlanContext = {
      law,
      lawOn,
      offensesOf: (id) => offensesBy.get(id) ?? [],
      historyOf: (id) => history.highestBySupervisedPerson.get(id) ?? [],
      now,
      today,
      serviceTargets: policy?.targets ?? [],
      byPolicy,
      timekeepings: new Map(),
    };
    return {
      planFor: (registrations) => planRegistrations(context, history, registrations),
      duplicateEvents: history.duplicates,
    };
  });

const checkJurisdiction = ({ law, events, policy }: PlannerInput): Result.Result<void, RecordsOfOtherJurisdiction> => {
  const strange = [
    ...new Set(events.filter(({ jurisdiction }) => jurisdiction !== law.id).map(({ id }) => id)),
  ].toSorted(compareText);
  const strangePolicy = policy !== undefined && policy.jurisdiction !== law.id ? policy.jurisdiction : null;
  if (strange.length === 0 && strangePolicy === null) return Result.succeed(undefined);
  return Result.fail(new RecordsOfOtherJurisdiction({ jurisdiction: law.id, events: strange, policy: strangePolicy }));
};

/** The registrations of one person about one supervised person go together. */
export const pairKey = ({ person, supervisedPersonId }: Registration): string =>
  `${encodeURIComponent(person.id)} ${encodeURIComponent(supervisedPersonId)}`;

const planRegistrations = (
  context: PlanContext,
  history: EventHistory,
  registrations: readonly Registration[],
): readonly Disposition[] =>
  [...Map.groupBy(registrations, pairKey)]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, rows]) => planRows(context, history, rows));

const planRows = (
  context: PlanContext,
  history: EventHistory,
  rows: readonly Registration[],
): readonly Disposition[] => {
  const [first] = rows;
  const revisions = first === undefined ? [] : (history.bySupervisedPerson.get(first.supervisedPersonId) ?? []);
  if (first === undefined || revisions.length === 0) return [];
  const recipient = mergeRegistrations(rows);
  const strange = rows.some(({ jurisdiction }) => jurisdiction !== context.law.id);
  return revisions.map((revision) => {
    const input = pairInput(context, recipient, { first, revision });
    if (!strange) return planPair(input);
    return needsPerson(input, { cause: { kind: "contradictory-record", of: "registration", what: ["jurisdiction"] } });
  });
};

type Subject = { readonly first: Registration; readonly revision: EventRevision };

const pairInput = (context: PlanContext, recipient: Recipient, { first, revision }: Subject): PairInput => {
  const { event } = revision;
  const pair: Pair = {
    jurisdiction: context.law.id,
    personId: first.person.id,
    registrationIds: recipient.registrationIds,
    supervisedPersonId: first.supervisedPersonId,
    eventId: event.id,
    revision: event.revision,
    eventKind: event.kind,
    eventOrigin: event.origin,
  };
  return { context, recipient, revision, pair, day: context.lawOn(dayOfEvent(event, context.today)) };
};
