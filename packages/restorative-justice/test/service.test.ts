import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import type { GateId, GateResult } from "../src/programme/gate-result.ts";
import { readAtDoor } from "../src/programme/read-command.ts";
import { SERVICE_RULES } from "../src/service/advance-service.ts";
import { openService, type ServiceCase } from "../src/service/service-case.ts";
import { OrderService, type ServiceAct, ServiceCommand } from "../src/service/service-command.ts";
import { ServiceFacts } from "../src/service/service-facts.ts";
import type { ServiceSetting } from "../src/service/service-gates.ts";
import { SERVICE_MACHINE } from "../src/service/service-machine.ts";
import { loadServicePolicy } from "../src/service/service-policy.ts";
import { ServiceState } from "../src/service/service-state.ts";
import { offenderServiceView, serviceCertificate, victimServiceView } from "../src/service/service-views.ts";
import {
  command,
  house,
  later,
  PEOPLE,
  quietFacts,
  serviceIn,
  siteFacts,
  START,
  take,
  walk,
  zonesFacts,
  ZONE,
} from "./service-orders.ts";

const failureOf = (service: ServiceCase, asked: ServiceCommand, setting: Partial<ServiceSetting> = {}) => {
  const outcome = take(service, asked, setting);
  return Result.isFailure(outcome) ? outcome.failure : null;
};

const stopping = (
  service: ServiceCase,
  asked: ServiceCommand,
  setting: Partial<ServiceSetting> = {},
): readonly string[] => {
  const failure = failureOf(service, asked, setting);
  return failure?._tag === "GatesStop" ? failure.stopping.map(({ gate, outcome }) => `${gate} ${outcome}`) : [];
};

const OPEN: Readonly<Record<ServiceState, readonly ServiceAct[]>> = {
  ordered: ["invite-input", "propose-site"],
  input_invited: ["propose-site"],
  site_proposed: ["check-conflicts", "set-site-aside"],
  conflict_checked: ["check-conflicts", "set-site-aside", "assign"],
  assigned: ["check-conflicts", "set-site-aside", "start", "report-failure"],
  in_progress: ["check-conflicts", "set-site-aside", "log-time", "complete", "report-failure"],
  completed: [],
  failed_reported: [],
};

const isEnd = (state: ServiceState): boolean => state === "completed" || state === "failed_reported";
const DANGER: readonly ServiceAct[] = ["disclose-danger", "address-danger"];
const ownSteps = (state: ServiceState): readonly ServiceAct[] =>
  isEnd(state) ? [] : [...OPEN[state], "give-input", "take-input-back"];
const opened = (state: ServiceState): readonly ServiceAct[] => [...DANGER, ...ownSteps(state)];

describe("the table of community service", () => {
  test.each(ServiceState.options)("from %s lists these steps and no other", (state) => {
    const listed = SERVICE_MACHINE.transitions.filter(({ from }) => from.includes(state)).map(({ act }) => act);
    expect(new Set(listed)).toEqual(new Set(opened(state)));
  });

  test.each(ServiceState.options)("leads to %s, and refuses what is not open there", (state) => {
    expect(serviceIn(state).state).toBe(state);
    const acts = [...new Set(SERVICE_MACHINE.transitions.map(({ act }) => act)), "order" as const];
    for (const act of acts.filter((each) => !opened(state).includes(each)))
      expect(failureOf(serviceIn(state), command(act))?._tag).toBe(isEnd(state) ? "CaseEnded" : "StepNotOpen");
  });

  test("has a rule for every gate, and no rule without a gate; every citation is of a listed source", () => {
    const gates = new Set(SERVICE_MACHINE.transitions.flatMap((step) => step.gates));
    expect(new Set(SERVICE_RULES.rules.map(({ gate }) => gate))).toEqual(gates);
    const sources = SERVICE_RULES.sources.map(({ id }) => id);
    for (const { cites } of SERVICE_RULES.rules) for (const { source } of cites) expect(sources).toContain(source);
  });

  test("gives the offender side no step but to disclose danger: a site it could name would be a question about the victim", () => {
    const theirs = SERVICE_MACHINE.transitions.filter(({ by }) => by.includes("offender-side"));
    expect(new Set(theirs.map(({ act }) => act))).toEqual(new Set(["disclose-danger"]));
    for (const state of ServiceState.options.filter((each) => !isEnd(each)))
      for (const act of ownSteps(state))
        expect(failureOf(serviceIn(state), command(act, { by: PEOPLE.offender }))?._tag).toBe("SideMayNot");
  });

  test.each([
    ["ordered", "invite-input", ["victim", "offender", "court", "facilitator"]],
    ["ordered", "give-input", ["staff", "offender", "court", "facilitator"]],
    ["in_progress", "log-time", ["victim", "offender", "court", "facilitator"]],
  ] as const)("from %s lets nobody else %s", (state, act, others) => {
    for (const other of others)
      expect(failureOf(serviceIn(state), command(act, { by: PEOPLE[other] }))?._tag).toBe("SideMayNot");
  });
});

describe("the conflict check", () => {
  const gates = Array.from({ length: 20 }, (_, at): GateId => `G${String(at + 1).padStart(2, "0")}`);
  const dialogue = (outcome: GateResult["outcome"], of: readonly GateId[] = gates) =>
    of.map((gate) => ({ gate, outcome, rules: [], lifts: [], inputs: [], decidedBy: "staff", at: START }));

  test.each([
    [quietFacts(), []],
    [siteFacts({ confidentialShelter: "yes" }), ["G-CS-shelter block"]],
    [siteFacts({ confidentialShelter: "unknown" }), ["G-CS-shelter hold"]],
    [siteFacts({ zones: ["west"] }), ["G-CS-zones block"]],
    [siteFacts({ zones: ["far", "north"] }), ["G-CS-zones block"]],
    [zonesFacts({ school: ["east"] }), ["G-CS-zones block"]],
    [siteFacts({ zones: ["south"] }), ["G-CS-zones block"]],
    [siteFacts({ zones: [] }), ["G-CS-zones hold"]],
    [quietFacts({ victimZones: { state: "not_on_file", decision: null } }), ["G-CS-zones indeterminate"]],
    [quietFacts({ victimZones: { state: "not_on_file", decision: "staff" } }), []],
    [siteFacts({ dvSaProgramme: "yes" }), []],
    [siteFacts({ dvSaProgramme: "yes" }, { offence: "dv_or_sa" }), ["G-CS-dv-programme block"]],
    [siteFacts({ dvSaProgramme: "yes" }, { offence: "unknown" }), ["G-CS-dv-programme block"]],
    [siteFacts({ dvSaProgramme: "unknown" }, { offence: "dv_or_sa" }), ["G-CS-dv-programme hold"]],
    [siteFacts({ id: "site-2" }), ["G-CS-shelter hold", "G-CS-zones hold", "G-CS-dv-programme hold"]],
    [quietFacts({ site: null }), ["G-CS-shelter hold", "G-CS-zones hold", "G-CS-dv-programme hold"]],
  ])("with %j is stopped by %j", (facts, expected) => {
    const found = stopping(serviceIn("site_proposed"), command("check-conflicts"), { facts });
    expect(found).toEqual(expected);
    for (const [state, act] of [
      ["conflict_checked", "assign"],
      ["assigned", "start"],
      ["in_progress", "check-conflicts"],
    ] as const)
      expect(stopping(serviceIn(state), command(act), { facts })).toEqual(found);
  });

  test.each([
    [null, dialogue("pass"), false],
    ["request", [], false],
    ["request", dialogue("pass", gates.slice(1)), false],
    ["request", dialogue("indeterminate"), false],
    ["request", dialogue("pass"), true],
  ])(
    "direct service on the request %s with the gates of dialogue is open: %s",
    (victimRequest, dialogueGates, isOpen) => {
      const site = walk(serviceIn("ordered"), [command("propose-site", { kind: "direct_to_victim" })]);
      const facts = quietFacts({ directService: { victimRequest, dialogueGates } });
      expect(stopping(site, command("check-conflicts"), { facts })).toEqual(isOpen ? [] : ["G-CS-direct block"]);
    },
  );

  test("is not told to the offender side while it is open, nor which site is looked at", () => {
    const waiting = offenderServiceView(serviceIn("ordered"));
    for (const state of ["input_invited", "site_proposed", "conflict_checked"] as const)
      expect(offenderServiceView(serviceIn(state))).toEqual(waiting);
    expect(offenderServiceView(serviceIn("assigned"))).toMatchObject({ status: "site_assigned", site: "site-1" });
  });

  test("run again after a move changes nothing that the offender side sees", () => {
    const assigned = serviceIn("assigned");
    const again = Result.getOrThrow(
      take(assigned, command("check-conflicts"), { facts: zonesFacts({ home: ["new"] }) }),
    );
    expect(again.state).toBe("assigned");
    expect(offenderServiceView(again)).toEqual(offenderServiceView(assigned));
  });

  test("that stops after a move leads to another site, and the offender side learns only that this one is not available", () => {
    const facts = zonesFacts({ home: ["east"] });
    const working = walk(serviceIn("in_progress"), [command("log-time")]);
    expect(stopping(working, command("check-conflicts"), { facts })).toEqual(["G-CS-zones block"]);
    const aside = Result.getOrThrow(take(working, command("set-site-aside"), { facts }));
    expect(offenderServiceView(aside)).toEqual({
      service: "service-1",
      status: "waiting_for_a_site",
      site: null,
      sites: [{ site: "site-1", availability: "not_available" }],
      attended: [{ on: "2026-03-02", minutes: 120 }],
    });
    expect(aside.record.at(-1)?.gates.map(({ gate, outcome }) => `${gate} ${outcome}`)).toContain("G-CS-zones block");
    expect(walk(aside, [command("propose-site", { site: "site-2" })]).state).toBe("site_proposed");
  });
});

describe("the victim's input", () => {
  test("is invited once, and not at all where the agency invites nobody", () => {
    const again = walk(serviceIn("input_invited"), [command("propose-site"), command("set-site-aside")]);
    expect(stopping(again, command("invite-input"))).toEqual(["G-CS-invited-once block"]);
    const policy = Result.getOrThrow(loadServicePolicy({ zone: ZONE, victimInput: "not_invited" }));
    expect(stopping(serviceIn("ordered"), command("invite-input"), { policy })).toEqual(["G-CS-invited-once block"]);
  });

  test("that is absent is no objection, and none is shown to the offender side", () => {
    const [without, given] = [serviceIn("in_progress"), walk(serviceIn("in_progress"), [command("give-input")])];
    expect([victimServiceView(without, house).input, victimServiceView(given, house).input]).toEqual([null, "V-input"]);
    expect(offenderServiceView(given)).toEqual(offenderServiceView(without));
    expect(victimServiceView(serviceIn("completed"), house).editing).toBe("closed");
  });
});

describe("time", () => {
  const log = (on: string, minutes: number) => command("log-time", { day: { on, minutes } });

  test("adds up by day, and the certificate holds days and minutes alone", () => {
    const worked = walk(serviceIn("in_progress"), [
      log("2026-03-02", 90),
      log("2026-03-01", 60),
      log("2026-03-02", 30),
    ]);
    expect(serviceCertificate(worked)).toEqual({
      kind: "attendance",
      days: [
        { on: "2026-03-01", minutes: 60 },
        { on: "2026-03-02", minutes: 120 },
      ],
      totalMinutes: 180,
    });
  });

  test("is of days that have come, and no day has more than it has", () => {
    expect(stopping(serviceIn("in_progress"), log("2026-03-03", 60))).toEqual(["G-CS-day block"]);
    const full = walk(serviceIn("in_progress"), [log("2026-03-01", 1440)]);
    expect(stopping(full, log("2026-03-01", 1))).toEqual(["G-CS-day block"]);
  });

  test("never becomes money: no name of a case, a command or a rule speaks of any", () => {
    const names = JSON.stringify([
      serviceIn("completed"),
      SERVICE_RULES.rules,
      ServiceCommand.options.map(({ shape }) => Object.keys(shape)),
    ]);
    expect(names).not.toMatch(/cents|amount|money|payment|dollar|owed|rate\b/iu);
  });
});

describe("bad input", () => {
  test("neither side opens an order", () => {
    for (const by of [PEOPLE.offender, PEOPLE.victim]) {
      const outcome = openService(OrderService.parse(command("order", { by })));
      expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("SideMayNot");
    }
  });

  test("clock back, other content and the same again", () => {
    const service = serviceIn("assigned");
    expect(failureOf(service, command("start", { at: later(-1) }))?._tag).toBe("ClockWentBack");
    expect(failureOf(service, command("start", { id: service.commands[1]?.id }))?._tag).toBe(
      "CommandExistsWithDifferentContent",
    );
    for (const given of service.commands)
      expect(take(service, structuredClone(given))).toEqual(Result.succeed(service));
  });

  test.each([
    { on: "2026-02-29", minutes: 5 },
    { on: "2026-03-01", minutes: 0 },
    { on: "2026-03-01", minutes: 1.5 },
    { on: "2026-03-01", minutes: 5, amountCents: 5 },
  ])("the day %j is refused", (day) => {
    expect(Result.isFailure(readAtDoor(ServiceCommand, command("log-time", { day })))).toBe(true);
  });

  test("the schemas take what these tests give", () => {
    for (const state of ServiceState.options)
      for (const given of serviceIn(state).commands) expect(ServiceCommand.parse(given)).toEqual(given);
    expect(ServiceFacts.parse(quietFacts())).toEqual(quietFacts());
  });
});

describe("loadServicePolicy", () => {
  test.each([
    [{ tellReason: true }, "INV-11"],
    [{ showInputToOffender: true }, "INV-11"],
    [{ skipConflictCheck: true }, "INV-11"],
    [{ sentenceCredit: true }, "INV-05"],
    [{ directServiceWithoutDialogueGates: true }, "INV-01"],
    [{ deleteRecords: true }, "INV-21"],
    [{ hourlyRateCents: 1500 }, null],
    [{ "INV-11": false }, "INV-11"],
    [{ "INV-05": false }, "INV-05"],
  ])("refuses %j and names %s", (raw, invariant) => {
    const outcome = loadServicePolicy({ zone: ZONE, ...raw });
    expect(Result.isFailure(outcome) && outcome.failure.problems.map((problem) => problem.invariant)).toEqual([
      invariant,
    ]);
  });
});
