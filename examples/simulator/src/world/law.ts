import { type Law, loadLaw } from "@victim-rights/rules";
import { invariant } from "@victim-rights/core";
import { NOTICE_OWED, NoticeDuty } from "@victim-rights/notification";
import * as Result from "effect/Result";

/**
 * A made-up state, small enough that `entitlementOf` can say in a few plain lines what its law says: none of it is the law
 * of any place. It has a window before a day, one after a moment, one without a number, a duty for certified mail alone, a
 * denial, and kinds of event that nobody is told of.
 */
const verified = { status: "read", on: "2026-01-01" };
const cites = [{ source: "code", at: "1" }];

type Sketch = {
  readonly id: string;
  readonly when: readonly unknown[];
  readonly duty: Readonly<Record<string, unknown>>;
  readonly more?: Readonly<Record<string, unknown>>;
};

const is = (fact: string, value: unknown): unknown => ({ fact, operator: "equal", value });
const kind = (value: string): unknown => is("event.kind", value);
const before = (amount: number): unknown => ({
  kind: "at-least-before",
  amount,
  unit: "calendar-day",
  anchor: "scheduled",
});
const within24Hours = { kind: "within-after", amount: 24, unit: "hour", anchor: "occurrence" };
const promptly = { kind: "after", anchor: "occurrence", term: "promptly" };

const rule = ({ id, when, duty, more = {} }: Sketch): unknown => ({
  id: `xx-sim/notice/${id}`,
  title: `Notice: ${id}`,
  effect: "grant",
  cites,
  verified,
  inForce: { from: null, until: null },
  reviewedOn: "2026-01-01",
  conditions: { all: when },
  event: {
    type: NOTICE_OWED,
    params: {
      dutyBearers: ["custodial-authority"],
      methods: [],
      automatedSystemSatisfies: false,
      ifMissed: "not-stated",
      content: ["event"],
      ...duty,
    },
  },
  ...more,
});

const corrections = is("registration.corrections", true);

const RULES = [
  rule({ id: "hearing-30", when: [kind("parole-hearing-scheduled"), corrections], duty: { window: before(30) } }),
  rule({
    id: "hearing-certified",
    when: [kind("parole-hearing-scheduled"), is("registration.board", true)],
    duty: { dutyBearers: ["parole-board"], window: before(15), methods: ["certified-mail"] },
  }),
  rule({ id: "release-15", when: [kind("release-scheduled"), corrections], duty: { window: before(15) } }),
  rule({ id: "release", when: [kind("release"), corrections], duty: { window: promptly } }),
  rule({
    id: "release-accused",
    when: [kind("release"), is("claimant.accused", true)],
    duty: {},
    more: { effect: "deny", overrides: ["xx-sim/notice/release"], event: { type: "notice-barred", params: {} } },
  }),
  rule({ id: "escape-violent", when: [kind("escape"), is("offense.violent", true)], duty: { window: within24Hours } }),
  rule({ id: "escape-on-request", when: [kind("escape"), corrections], duty: { window: within24Hours } }),
];

const channel = (id: string): unknown => ({
  id,
  title: id,
  heldBy: "the agency",
  how: "in writing",
  question: `Is there a ${id} registration?`,
  cites,
  verified,
});

const PROFILE = {
  id: "xx-sim",
  name: "Simulia",
  agencies: [{ id: "doc", name: "Department", role: "corrections", phone: "555-0100", verified }],
  sources: [{ id: "code", title: "Code", authority: "statute" }],
  channels: [channel("corrections"), channel("board")],
  calendar: {
    zone: "America/Chicago",
    weekend: ["saturday", "sunday"],
    holidays: [],
    cites,
    verified,
    dayCounting: {
      excludeTriggerDay: true,
      countLastDay: true,
      roll: { forward: "none", backward: "none" },
      shortPeriodSkipsNonWorkingDays: null,
      cites,
      verified,
    },
  },
};

const load = (): Law => {
  const question = { jurisdiction: "xx-sim", question: "notice", title: "What notice is owed?", edition: "2026" };
  const files = new Map([
    ["jurisdiction.json", JSON.stringify(PROFILE)],
    ["notification.json", JSON.stringify({ ...question, rules: RULES })],
  ]);
  const loaded = loadLaw(files, {
    eventParams: { [NOTICE_OWED]: NoticeDuty, "notice-barred": NoticeDuty.partial() },
  });
  invariant(Result.isSuccess(loaded), "the law of the simulation loads");
  return loaded.success;
};

/** The law that everything is planned by. */
export const SIMULATED_LAW: Law = load();
