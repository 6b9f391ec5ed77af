import { addHours, Instant } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import {
  APPROVAL_CONDITIONS,
  evaluateIpvGate,
  FactChange,
  type IpvGateInput,
  missingConditions,
  type ScreenResult,
  type SpecialistApproval,
  TriggerEvent,
} from "../src/index.ts";
import { sampleApproval } from "../src/testing.ts";
import { EARLIER, excluded, INVENTORY, NOW, quietBut, type rawScreen, screened, specialistOnly } from "./screens.ts";

type Answers = Parameters<typeof rawScreen>[1];

const inventory = (answers: Answers = {}, rest: Readonly<Record<string, unknown>> = {}): ScreenResult =>
  screened(INVENTORY, quietBut(INVENTORY, answers), { id: "screen-1", ...rest });

const round = (rest: Partial<IpvGateInput> = {}): IpvGateInput => ({
  relationship: ["stranger"],
  results: [inventory()],
  earlier: [],
  changes: [],
  concerns: [],
  approval: null,
  policy: excluded,
  ...rest,
});

const setting = { now: NOW, triggers: [] };
const gate = (rest: Partial<IpvGateInput> = {}, triggers: readonly TriggerEvent[] = []) => {
  const { outcome, obstacles } = evaluateIpvGate(round(rest), { now: NOW, triggers });
  return [outcome, ...obstacles.map(({ because }) => because)].join(": ");
};

const approved = (...covers: readonly string[]): SpecialistApproval => sampleApproval(NOW, covers);

describe("gate G12", () => {
  test("passes a complete round that found nothing between strangers", () => {
    expect(gate()).toBe("pass");
  });

  test.each([
    ["nobody screened", { results: [] }, "indeterminate: nobody-screened"],
    [
      "a tool without the inventory",
      { results: [screened("hark 2007", quietBut("hark 2007"))] },
      "hold: inventory-not-screened",
    ],
    ["a question left", { results: [inventory({ s02: "declined" })] }, "hold: incomplete"],
    ["a crisis of the victim's own", { results: [inventory({ s19: "yes" })] }, "hold: support-first"],
    ["an order in force", { results: [inventory({ s14: "yes" })] }, "block: blocked"],
    [
      "no privacy",
      { results: [inventory({}, { origin: { kind: "victim_alone", privacy: "not_confirmed" } })] },
      "hold: incomplete",
    ],
    [
      "a screener without training",
      { results: [inventory({}, { by: { id: "a", training: "not_trained" } })] },
      "hold: incomplete",
    ],
    ["a worried professional", { concerns: [{ id: "c-1", by: "a", at: EARLIER }] }, "hold: needs-specialist-approval"],
    ["another family tie", { relationship: ["other-family"] }, "hold: needs-specialist-approval"],
    ["a former partner, by the default policy", { relationship: ["former-intimate"] }, "block: ipv-excluded-by-policy"],
    ["an unknown tie, by the default policy", { relationship: ["unknown"] }, "block: ipv-excluded-by-policy"],
    [
      "a former partner, on the specialist track",
      { relationship: ["former-intimate"], policy: specialistOnly },
      "hold: needs-specialist-approval",
    ],
    [
      "nothing known at all",
      { results: [], relationship: ["unknown"], policy: specialistOnly },
      "hold: needs-specialist-approval: nobody-screened",
    ],
  ] as const)("%s", (_name, rest, expected) => {
    expect(gate(rest as Partial<IpvGateInput>)).toBe(expected);
  });

  test("tells every obstacle and not the first", () => {
    const results = [inventory({ s01: "yes", s14: "yes", s19: "yes", s02: "unknown" })];
    expect(gate({ results })).toBe("block: blocked: ipv-excluded-by-policy: incomplete: support-first");
  });

  test("an approval is the way past `escalate`, also outside the track where the policy excludes it", () => {
    const results = [inventory({ s10: "yes" })];
    expect(gate({ results })).toBe("hold: needs-specialist-approval");
    expect(gate({ results, approval: approved("screen-1") })).toBe("pass");
  });

  test("an approval opens the track only where the policy has one", () => {
    const tie = { relationship: ["co-parent"], approval: approved("relationship") } as const;
    expect(gate({ ...tie, relationship: ["co-parent"], policy: specialistOnly })).toBe("pass");
    expect(gate({ ...tie, relationship: ["co-parent"], policy: excluded })).toBe("block: ipv-excluded-by-policy");
  });

  test("an approval gets nobody past a block, a gap or a crisis", () => {
    for (const answers of [{ s14: "yes" }, { s17: "yes" }, { s03: "unknown" }, { s19: "yes" }] as const)
      expect(gate({ results: [inventory(answers)], approval: approved("screen-1") })).not.toBe("pass");
  });

  test("an approval that did not look at a later screen does not cover it", () => {
    const results = [inventory({ s10: "yes" }), inventory({ s02: "yes" }, { id: "screen-2" })];
    expect(gate({ results, approval: approved("screen-1") })).toBe("hold: needs-specialist-approval");
  });

  test("an expired screen holds, and keeps its block", () => {
    const old = { at: "2026-08-24T12:00:00Z" };
    expect(gate({ results: [inventory({}, old)] })).toBe("hold: incomplete");
    expect(gate({ results: [inventory({ s17: "yes" }, old)] })).toBe("block: blocked: incomplete");
  });

  test.each(TriggerEvent.shape.kind.options)("a screen ends with a %s", (kind) => {
    expect(gate({}, [{ kind, at: NOW }])).toBe("hold: incomplete");
  });

  test("a clock that went backwards opens nothing", () => {
    const { outcome } = evaluateIpvGate(round(), { now: Instant.parse("2026-11-01T00:00:00Z"), triggers: [] });
    expect(outcome).toBe("hold");
  });
});

describe("what an earlier round found", () => {
  const at = "2026-10-01T12:00:00Z";
  const before = (answers: Answers) => [inventory(answers, { id: "screen-0", at })];
  const change = (item: string, kind: string, when: Instant = EARLIER): FactChange =>
    FactChange.parse({ screen: "screen-0", item, at: when, recordedBy: "staff-1", evidence: { kind, id: "doc-1" } });

  test("a block stands though the later answer is another", () => {
    expect(gate({ earlier: before({ s17: "yes" }) })).toBe("block: blocked");
  });

  test("a concern stands though it was taken back, until specialists have looked at it", () => {
    expect(gate({ earlier: before({ s06: "yes" }) })).toBe("hold: needs-specialist-approval");
    expect(gate({ earlier: before({ s06: "yes" }), approval: approved("screen-0") })).toBe("pass");
  });

  test("a tie that was told stands on the track", () => {
    expect(gate({ earlier: before({ s01: "yes" }) })).toBe("block: ipv-excluded-by-policy");
  });

  test("what rested on a gap ends when the gap is closed", () => {
    expect(gate({ earlier: before({ s01: "declined" }) })).toBe("pass");
    expect(gate({ earlier: before({ s02: "declined", s19: "yes" }) })).toBe("pass");
  });

  test("a recorded change of the fact lifts it, if it came after the screen and is not of the future", () => {
    const earlier = before({ s17: "yes" });
    expect(gate({ earlier, changes: [change("s17", "custody-record")] })).toBe("pass");
    expect(gate({ earlier, changes: [change("s16", "custody-record")] })).toBe("block: blocked");
    expect(gate({ earlier, changes: [change("s17", "custody-record", Instant.parse(at))] })).toBe("block: blocked");
    expect(gate({ earlier, changes: [change("s17", "custody-record", addHours(NOW, 1))] })).toBe("block: blocked");
  });

  test.each([
    ["s14", "court-document"],
    ["s12", "advocate-record"],
  ])("only the right document lifts %s: a %s", (item, kind) => {
    const earlier = before({ [item]: "yes" });
    expect(gate({ earlier, changes: [change(item, "other-record")] })).toBe("block: blocked");
    expect(gate({ earlier, changes: [change(item, kind)] })).toBe("pass");
  });

  test("a change lifts nothing that this round's screen still says", () => {
    const changes = [change("s17", "custody-record")];
    expect(gate({ results: [inventory({ s17: "yes" })], earlier: before({ s17: "yes" }), changes })).toBe(
      "block: blocked",
    );
  });
});

describe("the specialist track", () => {
  const base = approved("screen-1");
  const missing = (approval: SpecialistApproval | null, triggers: readonly TriggerEvent[] = []) =>
    missingConditions(approval, { ...setting, triggers, policy: specialistOnly, concerns: ["screen-1"] }).map(
      ({ id }) => id,
    );

  test("lacks nothing when everything is there, and everything when nothing is", () => {
    expect(missing(base)).toEqual([]);
    expect(missing(null)).toEqual(APPROVAL_CONDITIONS.map(({ id }) => id));
    expect(APPROVAL_CONDITIONS).toHaveLength(13);
  });

  const { restatement, advocate, facilitator, riskAssessment, safetyPlan, orderCheck } = base;
  const lacking: readonly (readonly [string, Partial<Record<keyof SpecialistApproval, unknown>>])[] = [
    ["restated-alone", { restatement: null }],
    ["restated-alone", { restatement: { ...restatement, setting: "not_alone" } }],
    ["restated-alone", { restatement: { ...restatement, risksHeardAt: EARLIER } }],
    ["restated-alone", { restatement: { ...restatement, at: addHours(NOW, 1) } }],
    ["advocate-offered", { advocate: null }],
    ["advocate-offered", { advocate: { ...advocate, kind: "other" } }],
    ["advocate-offered", { advocate: { ...advocate, presence: "absent" } }],
    ["facilitator-trained", { facilitator: null }],
    ["facilitator-trained", { facilitator: { ...facilitator, training: "other" } }],
    ["risk-assessed", { riskAssessment: null }],
    ["risk-assessed", { riskAssessment: { ...riskAssessment, assessorLicence: null } }],
    ["safety-plan", { safetyPlan: null }],
    ...(["before", "during", "after", "release"] as const).map(
      (phase) =>
        [
          "safety-plan",
          { safetyPlan: { ...safetyPlan, phases: safetyPlan?.phases.filter((each) => each !== phase) } },
        ] as const,
    ),
    ["order-check", { orderCheck: null }],
    ["order-check", { orderCheck: { ...orderCheck, found: "active_order" } }],
    ["order-check", { orderCheck: { ...orderCheck, at: addHours(NOW, -7 * 24) } }],
    ["least-contact-first", { format: null }],
    ["least-contact-first", { format: { chosen: "same-room", weighed: ["written", "separate-rooms"] } }],
    ["two-approvers", { approvers: base.approvers.slice(1) }],
    ["two-approvers", { approvers: base.approvers.map((each) => ({ ...each, organisation: "Harbour House" })) }],
    [
      "two-approvers",
      {
        approvers: base.approvers.map((each, n) => ({
          ...each,
          organisation: n === 0 ? " harbour  house" : "Harbour House",
        })),
      },
    ],
    ["two-approvers", { approvers: base.approvers.map((each) => ({ ...each, id: "approver-1" })) }],
    ["dv-sv-organisation", { approvers: base.approvers.map((each) => ({ ...each, kind: "other" })) }],
    ["release-date-plan", { releaseDatePlan: null }],
    ["stop-signal", { stopSignal: null }],
    ["stop-signal", { stopSignal: { knownTo: "nobody_yet" } }],
    ["covers-every-concern", { covers: [] }],
    ["not-expired", { approvedAt: addHours(NOW, 1) }],
  ];

  test.each(lacking)("lacks `%s` and nothing else", (id, change) => {
    expect(missing({ ...base, ...change } as SpecialistApproval)).toEqual([id]);
  });

  test("tells everything that is missing at once", () => {
    expect(missing({ ...base, stopSignal: null, advocate: null, releaseDatePlan: null })).toEqual([
      "advocate-offered",
      "release-date-plan",
      "stop-signal",
    ]);
  });

  test("expires on the thirtieth day, and with an event", () => {
    const aged = (hours: number): SpecialistApproval => ({
      ...base,
      approvedAt: addHours(NOW, -hours),
      restatement: { at: addHours(NOW, -1000), setting: "alone", risksHeardAt: addHours(NOW, -1001) },
    });
    expect(missing(aged(30 * 24 - 1))).toEqual([]);
    expect(missing(aged(30 * 24))).toEqual(["not-expired"]);
    expect(missing(base, [{ kind: "new-disclosure", at: NOW }])).toEqual(["not-expired"]);
    expect(missing(base, [{ kind: "order-change", at: NOW }])).toEqual(["order-check", "not-expired"]);
  });

  test("the victim may decline the advocate", () => {
    const declined = {
      organisation: "Harbour House",
      kind: "community_based_independent",
      presence: "declined_by_victim",
    } as const;
    expect(missing({ ...base, advocate: declined })).toEqual([]);
  });
});
