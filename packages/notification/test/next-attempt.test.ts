import { describe, expect, test } from "vitest";
import {
  type ContactOption,
  ContactRef,
  DeliveryPolicy,
  nextAttempt,
  type NextAttempt,
  type Obligation,
  urgencyOf,
} from "../src/index.ts";
import { at, calendar, contact, hours, owedBy, POLICY, tried } from "./delivery-records.ts";

/** In Chicago it is six hours earlier. */
const NOON = "2026-03-02T18:00:00Z";
const NIGHT = "2026-03-03T04:00:00Z";
const MORNING = at("2026-03-03T14:00:00Z");

const next = (
  obligation: Obligation,
  now = NOON,
  { contacts = [contact()], policy = POLICY }: { contacts?: readonly ContactOption[]; policy?: DeliveryPolicy } = {},
): NextAttempt => nextAttempt({ obligation, contacts, policy, calendar, now: at(now) });

describe("nextAttempt", () => {
  test("tries at once by day, and says by when a person must be told", () => {
    expect(next(owedBy("2026-03-10T18:00:00Z"))).toMatchObject({
      kind: "attempt",
      at: at(NOON),
      attempt: 1,
      late: false,
      escalateAt: at("2026-03-10T14:00:00Z"),
    });
  });

  test("waits out the quiet hours while the deadline allows it", () => {
    expect(next(owedBy("2026-03-10T18:00:00Z"), NIGHT)).toMatchObject({ kind: "attempt", at: MORNING, rules: [] });
    expect(next(owedBy(null), NIGHT)).toMatchObject({ kind: "attempt", at: MORNING });
  });

  test("goes out at night by the policy's rule where the deadline ends first, and says so", () => {
    const found = next(owedBy("2026-03-03T10:00:00Z"), NIGHT);
    expect(found).toMatchObject({ kind: "attempt", at: at(NIGHT), rules: ["call-at-night-before-the-deadline"] });
    expect(found.why).toContain("the law's deadline ends before the quiet hours do");
    expect(found.why).toContain("policy example-1 (Office of Victim Services, 2026-01-05)");
  });

  test("hands to a person, never to the night, where the person's own hours end too late", () => {
    const limited = contact({ safeHours: [hours("10:00", "12:00")] });
    expect(next(owedBy("2026-03-03T10:00:00Z"), NIGHT, { contacts: [limited] })).toMatchObject({
      kind: "person",
      reason: "safe-contact-meets-the-law",
      rules: ["safe-hours-end-too-late"],
    });
  });

  test("takes another contact point where the first would be late", () => {
    const limited = contact({ safeHours: [hours("10:00", "12:00")] });
    const letter = contact({ contact: ContactRef.parse("contact-2"), method: "email" });
    expect(next(owedBy("2026-03-03T10:00:00Z"), NIGHT, { contacts: [limited, letter] })).toMatchObject({
      kind: "attempt",
      contact: "contact-2",
    });
  });

  test("says late when the deadline has passed, and never silently", () => {
    const found = next(owedBy("2026-03-02T10:00:00Z"));
    expect(found).toMatchObject({ kind: "attempt", late: true, at: at(NOON) });
    expect(found.why).toContain("late: the law's deadline was 2026-03-02T10:00:00.000Z");
  });

  test("retries by the cadence of the urgency, and then by none", () => {
    const once = tried("2026-03-02T17:50:00Z");
    expect(next(owedBy(null, null, once))).toMatchObject({ at: at("2026-03-02T21:50:00Z"), rules: ["calls"] });
    expect(next(owedBy(null, "promptly", once))).toMatchObject({
      at: at("2026-03-02T18:20:00Z"),
      rules: ["pressing-calls"],
    });
    const often = tried(...Array.from({ length: 6 }, (_, hour) => `2026-03-02T0${hour}:00:00Z`));
    expect(next(owedBy(null, null, often))).toMatchObject({ kind: "person", reason: "no-contact-left" });
  });

  test("hands to a person where the next try would come after the deadline", () => {
    const once = tried("2026-03-02T17:50:00Z");
    expect(next(owedBy("2026-03-02T18:10:00Z", null, once))).toMatchObject({ reason: "retry-would-be-late" });
  });

  test("does not try again where it came back, where it may not be used, or where no zone is known for stated hours", () => {
    const back = tried("2026-03-02T10:00:00Z").attempts.map((each) => ({ ...each, outcome: "undeliverable" as const }));
    expect(next(owedBy(null, null, { attempts: back }))).toMatchObject({ reason: "no-contact-left" });
    expect(next(owedBy(null), NOON, { contacts: [contact({ mayUse: false })] })).toMatchObject({
      reason: "no-contact-left",
    });
    const nowhere = contact({ zone: null, safeHours: [hours("10:00", "14:00")] });
    expect(next(owedBy(null), NOON, { contacts: [nowhere] })).toMatchObject({ reason: "zone-unknown" });
  });

  test("hands to a person where the person's hours lie inside the quiet ones", () => {
    const late = contact({ safeHours: [hours("22:00", "23:00")] });
    expect(next(owedBy(null), NOON, { contacts: [late] })).toMatchObject({ reason: "no-hour-is-open" });
  });

  test("hands to a person where the policy says nothing", () => {
    const policy = DeliveryPolicy.parse({ ...POLICY, collisions: [], cadences: POLICY.cadences.slice(0, 2) });
    expect(next(owedBy("2026-03-03T10:00:00Z"), NIGHT, { policy })).toMatchObject({ reason: "no-rule-fits" });
    expect(next(owedBy(null), NOON, { policy, contacts: [contact({ method: "postal" })] })).toMatchObject({
      reason: "no-cadence-fits",
    });
  });

  test("accepts a channel's receipt where the policy does and no return receipt is needed", () => {
    const [one] = tried("2026-03-02T10:00:00Z").attempts;
    const arrived = { attempts: [{ ...one, method: "email", outcome: "delivered" }], state: "delivered" };
    const delivered = owedBy(null, null, arrived as Partial<Obligation>);
    expect(next(delivered)).toMatchObject({ kind: "accept-delivery", attempt: 1 });
    const certified = { ...delivered, proof: { needs: "return-receipt-or-confirmation", basis: "house" } } as const;
    expect(next(certified).kind).toBe("attempt");
  });

  test("has nothing to do where a person has it, or where it has ended", () => {
    expect(next(owedBy(null, null, { state: "with-person" }))).toEqual({ kind: "nothing", why: "with-a-person" });
    const ended = { state: "decided", closedBy: { kind: "person-decision" } } as Partial<Obligation>;
    expect(next(owedBy(null, null, ended))).toEqual({ kind: "nothing", why: "ended" });
  });
});

describe("urgencyOf", () => {
  test.each([
    ["late", "2026-03-02T18:00:00Z", null],
    ["near-deadline", "2026-03-02T18:01:00Z", null],
    ["near-deadline", "2026-03-03T18:00:00Z", null],
    ["routine", "2026-03-03T18:01:00Z", null],
    ["prompt", "2026-03-03T18:01:00Z", "promptly"],
    ["routine", "2026-03-03T18:01:00Z", "in-advance"],
    ["prompt", null, "automatic"],
  ] as const)("is %s for a deadline of %s and the law's word %s", (urgency, by, symbolic) => {
    expect(urgencyOf(owedBy(by, symbolic), POLICY, at(NOON))).toBe(urgency);
  });

  test("is prompt for a correction", () => {
    expect(urgencyOf({ ...owedBy(null), kind: "correction" }, POLICY, at(NOON))).toBe("prompt");
  });
});

describe("DeliveryPolicy", () => {
  const withRule = (rule: object) =>
    DeliveryPolicy.safeParse({ ...POLICY, collisions: [{ id: "x", why: "x", ...rule }] });

  test("cannot say that a safe-contact limit is broken, nor that a deadline is slept through", () => {
    expect(withRule({ limit: "safe-contact", standings: ["late"], answer: "wait" }).success).toBe(true);
    for (const answer of ["send-in-quiet-hours", "send-now", "wait"])
      expect(withRule({ limit: "safe-contact", standings: ["would-be-late"], answer }).success).toBe(false);
    expect(withRule({ limit: "quiet-hours", standings: ["would-be-late"], answer: "wait" }).success).toBe(false);
  });

  test("is labelled policy, with who decided it and when", () => {
    for (const field of ["label", "decidedBy", "decidedOn", "version"])
      expect(DeliveryPolicy.safeParse({ ...POLICY, [field]: undefined }).success).toBe(false);
    expect(DeliveryPolicy.safeParse({ ...POLICY, label: "law" }).success).toBe(false);
    expect(DeliveryPolicy.safeParse({ ...POLICY, cadences: [...POLICY.cadences, ...POLICY.cadences] }).success).toBe(
      false,
    );
  });
});
