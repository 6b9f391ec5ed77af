import { test as property } from "@fast-check/vitest";
import { type Instant, instantAt, epochMilliseconds, type LocalTime, localTimeIn, ZoneId } from "@victim-rights/core";
import * as fc from "fast-check";
import { describe, expect } from "vitest";
import { CollisionRule, type ContactOption, ContactRef, DeliveryPolicy, nextAttempt } from "../src/index.ts";
import type { NextAttemptInput, Obligation } from "../src/index.ts";
import { at, calendar, contact, hours, owedBy, POLICY } from "./delivery-records.ts";

const MINUTE = 60_000;
const plus = (from: Instant, minutes: number): Instant => instantAt(epochMilliseconds(from) + minutes * MINUTE);

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "30", "17"))
  .map(([hour, minutes]) => `${String(hour).padStart(2, "0")}:${minutes}`);
const dayHours = fc
  .tuple(clock, clock)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => hours(from, to));
/** Around both changes of the clocks, and on a plain day; now and then between two minutes. */
const nows = fc
  .tuple(
    fc.constantFrom("2026-03-08T04:00:00Z", "2026-11-01T04:00:00Z", "2026-06-10T12:00:00Z").map(at),
    fc.integer({ min: 0, max: 1440 }),
    fc.constantFrom(0, 0, 0.5),
  )
  .map(([day, minutes, part]) => plus(day, minutes + part));
const zones = fc
  .constantFrom("America/Chicago", "America/New_York", "Australia/Lord_Howe")
  .map((id) => ZoneId.parse(id));

const contacts = (now: Instant) =>
  fc
    .array(
      fc.record({
        method: fc.constantFrom("phone" as const, "email" as const),
        mayUse: fc.integer({ min: 0, max: 4 }).map((number) => number > 0),
        safeHours: fc.array(dayHours, { maxLength: 2 }),
        zone: fc.option(zones, { freq: 6 }),
      }),
      { maxLength: 3 },
    )
    .map((all) =>
      all.map((each, number) => contact({ ...each, contact: ContactRef.parse(`contact-${number}`), checkedAt: now })),
    );

const rules = fc.subarray(
  [
    { limit: "quiet-hours", standings: ["would-be-late"], answer: "send-in-quiet-hours" },
    { limit: "quiet-hours", standings: ["would-be-late"], answer: "person" },
    { limit: "quiet-hours", standings: ["late"], answer: "wait" },
    { limit: "quiet-hours", standings: ["late", "prompt"], answer: "send-in-quiet-hours" },
    { limit: "safe-contact", standings: ["would-be-late"], answer: "person" },
    { limit: "safe-contact", standings: ["late", "prompt"], answer: "wait" },
  ].map((rule, number) => CollisionRule.parse({ id: `rule-${number}`, why: "because", ...rule })),
);
const policies = fc
  .record({ quiet: fc.option(dayHours, { freq: 4 }), collisions: rules, near: fc.constantFrom(0, 600) })
  .map(({ quiet, collisions, near }) =>
    DeliveryPolicy.parse({
      ...POLICY,
      nearDeadlineMinutes: near,
      collisions,
      quietHours: quiet === null ? null : { ...quiet, methods: ["phone"] },
    }),
  );

const obligations = (now: Instant) =>
  fc
    .record({
      by: fc.option(fc.integer({ min: -600, max: 3000 }), { freq: 5 }),
      sendFrom: fc.integer({ min: -600, max: 900 }),
      symbolic: fc.constantFrom(null, null, "promptly"),
      attempts: fc.array(fc.record({ to: fc.nat(2), ago: fc.integer({ min: 0, max: 500 }) }), { maxLength: 4 }),
    })
    .map(({ by, sendFrom, symbolic, attempts }): Obligation => {
      const made = attempts
        .toSorted((one, other) => other.ago - one.ago)
        .map(({ to, ago }, number) => ({
          attempt: number + 1,
          method: "phone" as const,
          contact: ContactRef.parse(`contact-${to}`),
          at: plus(now, -ago),
          outcome: "no-answer" as const,
        }));
      const due = by === null ? null : plus(now, by);
      return owedBy(due, symbolic, { sendFrom: plus(now, sendFrom), attempts: made });
    });

const inputs: fc.Arbitrary<NextAttemptInput> = nows.chain((now) =>
  fc.record({
    obligation: obligations(now),
    contacts: contacts(now),
    policy: policies,
    calendar: fc.constant(calendar),
    now: fc.constant(now),
  }),
);

const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** Hours of the day as arithmetic on a circle of 1440 minutes. */
const isIn = (moment: Instant, { from, to }: { from: LocalTime; to: LocalTime }, zone: ZoneId): boolean => {
  const since = (minutesOf(localTimeIn(moment, zone)) - minutesOf(from) + 1440) % 1440;
  return since < (minutesOf(to) - minutesOf(from) + 1440) % 1440;
};

type Told = readonly [kind: "attempt", at: Instant, contact: string, late: boolean] | readonly ["person"];

type Scanned = Pick<NextAttemptInput, "obligation" | "policy" | "now"> & {
  readonly by: Instant | null;
  readonly urgency: "late" | "near-deadline" | "prompt" | "routine";
  readonly prompt: boolean;
};

/** The slow twin: asks minute by minute for three days, one contact point after the other. */
const scan = (input: NextAttemptInput): Told => {
  const scanned = readOff(input);
  const found = input.contacts.flatMap((option) => {
    const when = option.mayUse ? scanContact(option, scanned) : null;
    return when === null ? [] : [{ at: when, contact: option.contact }];
  });
  const earliest = found.map((each) => each.at).toSorted()[0];
  const chosen = scanned.urgency === "routine" ? found[0] : found.find((each) => each.at === earliest);
  return chosen === undefined ? ["person"] : ["attempt", chosen.at, chosen.contact, scanned.urgency === "late"];
};

const readOff = ({ obligation, policy, now }: NextAttemptInput): Scanned => {
  const deadline = obligation.deadline.law?.by ?? null;
  const prompt = obligation.grounds.some(({ symbolic }) => symbolic === "promptly");
  const otherwise = prompt ? "prompt" : "routine";
  const rest = { obligation, policy, now, prompt };
  if (deadline === null) return { ...rest, by: null, urgency: otherwise };
  if (deadline <= now) return { ...rest, by: null, urgency: "late" };
  const left = (epochMilliseconds(deadline) - epochMilliseconds(now)) / MINUTE;
  return { ...rest, by: deadline, urgency: left < policy.nearDeadlineMinutes + 1 ? "near-deadline" : otherwise };
};

const firstMinute = (from: Instant, isOpen: (moment: Instant) => boolean): Instant | null => {
  if (isOpen(from)) return from;
  const first = Math.ceil(epochMilliseconds(from) / MINUTE);
  for (let minute = first; minute < first + 3 * 1440; minute += 1) {
    const moment = instantAt(minute * MINUTE);
    if (isOpen(moment)) return moment;
  }
  return null;
};

/** From when one contact point may be tried, cadence and all; `null` where it may not. */
const scanFrom = (option: ContactOption, { obligation, policy, now, urgency }: Scanned): Instant | null => {
  const cadence = policy.cadences.find(
    (each) => each.urgencies.includes(urgency) && each.methods.includes(option.method),
  );
  const past = obligation.attempts.filter((each) => each.contact === option.contact);
  const unreadable = option.safeHours.length > 0 && option.zone === null;
  if (cadence === undefined || past.length >= cadence.maxAttempts || unreadable) return null;
  const again = past.map((each) => plus(each.at, cadence.waitMinutes));
  return [now, obligation.sendFrom, ...again].toSorted().at(-1) ?? null;
};

const scanContact = (option: ContactOption, scanned: Scanned): Instant | null => {
  const { policy, by } = scanned;
  const from = scanFrom(option, scanned);
  if (from === null || (by !== null && from >= by)) return null;
  const zone = option.zone ?? calendar.zone;
  const safe = (moment: Instant) =>
    option.safeHours.length === 0 || option.safeHours.some((each) => isIn(moment, each, zone));
  const { quietHours } = policy;
  const quiet = (moment: Instant) => quietHours !== null && option.method === "phone" && isIn(moment, quietHours, zone);
  const open = firstMinute(from, (moment) => safe(moment) && !quiet(moment));
  return open === from ? open : decided({ from, open, safeAt: firstMinute(from, safe) }, scanned);
};

type Found = { readonly from: Instant; readonly open: Instant | null; readonly safeAt: Instant | null };

const decided = (found: Found, scanned: Scanned): Instant | null => {
  const standing = standingOf(found.open, scanned);
  if (standing === null) return found.open;
  const limit = isQuietOnly(found, standing, scanned.by ?? "") ? "quiet-hours" : "safe-contact";
  const rule = scanned.policy.collisions.find(
    (each) => each.limit === limit && (each.standings as readonly string[]).includes(standing),
  );
  if (rule?.answer === "send-in-quiet-hours") return found.safeAt;
  return rule?.answer === "wait" ? found.open : null;
};

const isQuietOnly = ({ from, safeAt }: Found, standing: string, by: string): boolean =>
  standing === "would-be-late" ? (safeAt ?? "~") < by : safeAt === from;

const standingOf = (open: Instant | null, { by, urgency, prompt }: Scanned): string | null => {
  if (by !== null && (open ?? "~") >= by) return "would-be-late";
  if (urgency === "late") return "late";
  return prompt ? "prompt" : null;
};

const told = (input: NextAttemptInput): Told => {
  const found = nextAttempt(input);
  return found.kind === "attempt" ? ["attempt", found.at, found.contact, found.late] : ["person"];
};

const isSafe = ({ safeHours, zone }: ContactOption, moment: Instant): boolean =>
  safeHours.length === 0 || (zone !== null && safeHours.some((each) => isIn(moment, each, zone)));

describe("nextAttempt", () => {
  property.prop([inputs], { numRuns: 150 })("agrees with asking minute by minute", (input) => {
    expect(told(input)).toEqual(scan(input));
  });

  property.prop([inputs], { numRuns: 500 })("is never unsafe for the person, and never early", (input) => {
    const found = nextAttempt(input);
    if (found.kind !== "attempt") return;
    const option = input.contacts.find((each) => each.contact === found.contact);
    expect(option?.mayUse).toBe(true);
    expect(found.at >= input.now && found.at >= input.obligation.sendFrom).toBe(true);
    expect(option !== undefined && isSafe(option, found.at)).toBe(true);
  });

  property.prop([inputs], { numRuns: 500 })(
    "before the law's deadline it is an attempt in time or a person; after it, it says late",
    (input) => {
      const found = nextAttempt(input);
      const by = input.obligation.deadline.law?.by ?? null;
      if (found.kind === "attempt") expect(found.late).toBe(by !== null && by <= input.now);
      if (found.kind === "attempt" && !found.late && by !== null) expect(found.at < by).toBe(true);
      expect(["attempt", "person"]).toContain(found.kind);
    },
  );

  property.prop([inputs], { numRuns: 500 })("rings in quiet hours only by a rule that it names", (input) => {
    const found = nextAttempt(input);
    const { quietHours, collisions } = input.policy;
    if (found.kind !== "attempt" || found.method !== "phone" || quietHours === null) return;
    const zone = input.contacts.find((each) => each.contact === found.contact)?.zone ?? calendar.zone;
    const byRule = collisions.some(({ id, answer }) => answer === "send-in-quiet-hours" && found.rules.includes(id));
    expect(isIn(found.at, quietHours, zone) && !byRule).toBe(false);
  });
});
