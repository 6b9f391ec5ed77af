import { type Law, loadLaw } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { NOTICE_OWED, NoticeDuty } from "../src/index.ts";

/** A made-up state, small enough to read in one go: every kind of window, a denial, a conflict, a rule from memory, a change of law. */
const verified = { status: "read", on: "2026-11-01" };
const cites = [{ source: "code", at: "1" }];

type RuleSketch = {
  readonly id: string;
  readonly when: readonly unknown[];
  readonly duty?: Readonly<Record<string, unknown>>;
  readonly more?: Readonly<Record<string, unknown>>;
};

const is = (fact: string, value: unknown): unknown => ({ fact, operator: "equal", value });
const kind = (value: string): unknown => is("event.kind", value);

const rule = ({ id, when, duty, more = {} }: RuleSketch): unknown => ({
  id: `xx-yy/notice/${id}`,
  title: `Notice: ${id}`,
  effect: "grant",
  cites,
  verified,
  inForce: { from: null, until: null },
  reviewedOn: "2026-11-01",
  conditions: { all: when },
  event: {
    type: NOTICE_OWED,
    params: {
      dutyBearers: ["custodial-authority"],
      window: { kind: "after", anchor: "occurrence", term: "promptly" },
      methods: [],
      automatedSystemSatisfies: false,
      ifMissed: "not-stated",
      content: ["event"],
      ...duty,
    },
  },
  ...more,
});

const days = (window: string, amount: number, unit = "calendar-day"): unknown => ({
  kind: window,
  amount,
  unit,
  anchor: window === "within-after" ? "occurrence" : "scheduled",
});

const RULES = [
  rule({
    id: "hearing-30",
    when: [kind("parole-hearing-scheduled"), is("registration.corrections", true)],
    duty: {
      dutyBearers: ["parole-board"],
      window: days("at-least-before", 30),
      methods: ["certified-mail", "email"],
      automatedSystemSatisfies: true,
      ifMissed: "hearing-may-not-proceed",
      content: ["hearing-date", "hearing-time"],
      rights: ["attend", "be-heard"],
    },
  }),
  rule({
    id: "hearing-window",
    when: [kind("parole-hearing-scheduled"), is("registration.board", true)],
    duty: {
      dutyBearers: ["parole-board"],
      window: days("not-earlier-than-before", 30),
      otherReadings: [{ reading: "at least 30 days before", window: days("at-least-before", 30) }],
      content: ["application-filed"],
    },
  }),
  rule({
    id: "escape-automatic",
    when: [kind("escape"), is("offense.violent", true)],
    duty: {
      dutyBearers: ["law-enforcement", "juvenile-authority", "custodial-authority"],
      window: days("within-after", 24, "hour"),
    },
  }),
  rule({
    id: "escape-on-request",
    when: [kind("escape"), is("registration.corrections", true)],
    duty: { window: days("within-after", 24, "hour") },
  }),
  rule({
    id: "release",
    when: [kind("release"), is("registration.corrections", true)],
    duty: { rights: ["ask-for-no-contact"] },
  }),
  rule({
    id: "release-15",
    when: [kind("release-scheduled"), is("registration.corrections", true)],
    duty: { window: days("at-least-before", 15), methods: ["mail"], content: ["release-date", "release-kind"] },
  }),
  rule({
    id: "family-leave",
    when: [kind("release-scheduled"), is("event.release-type", "family-emergency-leave")],
    more: { effect: "deny", overrides: ["xx-yy/notice/release-15"], event: { type: "notice-barred", params: {} } },
  }),
  rule({
    id: "arrest",
    when: [kind("arrest"), is("registration.corrections", true)],
    duty: { dutyBearers: ["law-enforcement"] },
  }),
  rule({
    id: "accused",
    when: [kind("arrest"), is("claimant.accused", true)],
    more: { effect: "deny", event: { type: "notice-barred", params: {} } },
  }),
  rule({
    id: "property",
    when: [kind("property-no-longer-needed"), { fact: "claimant.relation", operator: "in", value: ["self", "parent"] }],
    duty: { dutyBearers: ["prosecutor"], window: days("within-after", 5, "working-day") },
  }),
  rule({ id: "level-felony", when: [kind("custody-level-changed"), is("offense.class", "felony")] }),
  rule({
    id: "level-lesser",
    when: [
      kind("custody-level-changed"),
      { fact: "offense.class", operator: "in", value: ["misdemeanor", "infraction"] },
    ],
  }),
  rule({
    id: "death",
    when: [kind("death")],
    duty: { window: days("within-after", 15) },
    more: { verified: { ...verified, status: "recalled" } },
  }),
  rule({ id: "transfer", when: [kind("facility-transfer")], more: { inForce: { from: "2026-07-01", until: null } } }),
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
  id: "xx-yy",
  name: "Xanadu",
  agencies: [{ id: "doc", name: "Department", role: "corrections", phone: "555-0100", verified }],
  sources: [{ id: "code", title: "Code", authority: "statute" }],
  channels: [channel("corrections"), channel("board")],
  calendar: {
    zone: "America/Chicago",
    weekend: ["saturday", "sunday"],
    holidays: [
      { kind: "fixed", month: 7, day: 3, id: "founders", name: "Founders' Day", cites, verified },
      {
        kind: "fixed",
        month: 5,
        day: 6,
        id: "spring",
        name: "Spring Day",
        cites,
        verified: { ...verified, status: "recalled" },
      },
    ],
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

const files = (rules: readonly unknown[]): ReadonlyMap<string, string> =>
  new Map([
    ["jurisdiction.json", JSON.stringify(PROFILE)],
    [
      "notification.json",
      JSON.stringify({
        jurisdiction: "xx-yy",
        question: "notice",
        title: "What notice is owed?",
        edition: "2026",
        rules,
      }),
    ],
  ]);

const load = (rules: readonly unknown[], checkDuties: boolean): Law => {
  const loaded = loadLaw(
    files(rules),
    checkDuties ? { eventParams: { [NOTICE_OWED]: NoticeDuty, "notice-barred": NoticeDuty.partial() } } : {},
  );
  if (Result.isFailure(loaded)) throw loaded.failure;
  return loaded.success;
};

export const XX_YY: Law = load(RULES, true);

/** A law whose grants do not say what is owed. */
export const MALFORMED: Law = load([rule({ id: "broken", when: [kind("escape")], duty: { content: [] } })], false);
