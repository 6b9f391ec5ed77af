import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOffender } from "../src/programme/offender-answer.ts";
import { statusConsumerView } from "../src/programme/status-consumer-view.ts";
import { offenderServiceView, serviceCertificate } from "../src/service/service-views.ts";
import { ServiceState } from "../src/service/service-state.ts";
import {
  command,
  house,
  later,
  PEOPLE,
  play,
  quietFacts,
  rolls,
  serviceIn,
  take,
  WRONG_FACTS,
  zonesFacts,
} from "./service-orders.ts";
import { stepsTaken } from "./random-steps.ts";

const RUNS = { numRuns: 1000 };
const known = new Map(ServiceState.options.map((state) => [state, serviceIn(state)]));
const serviceOf = (state: ServiceState) => known.get(state) ?? serviceIn(state);
const starts = fc.constantFrom<ServiceState>("ordered", "site_proposed", "conflict_checked", "assigned", "in_progress");
const plays = fc.tuple(starts, rolls).map(([state, steps]) => play(serviceOf(state), steps));

const NEARER = ["check-conflicts", "assign", "start"];

describe("no site is a shelter, near the victim, or a programme for victims", () => {
  test("every step nearer to a site was taken on facts that keep the victim out of its way", () => {
    let nearer = 0;
    fc.assert(
      fc.property(plays, ({ played }) => {
        for (const {
          command: { act },
          facts,
        } of stepsTaken(played)) {
          if (!NEARER.includes(act)) continue;
          nearer += 1;
          expect(WRONG_FACTS).not.toContain(facts);
        }
      }),
      RUNS,
    );
    expect(nearer).toBeGreaterThan(500);
  });
});

describe("INV-11 and non-interference: the offender side learns that a site is not available, and nothing else", () => {
  test("two orders that differ in the victim's input, her zones and every check of them give equal bytes", () => {
    const quiet = fc.constantFrom(
      quietFacts(),
      zonesFacts({ home: ["elsewhere"], id: "V-moved" }),
      quietFacts({ victimZones: { state: "not_on_file", decision: "staff" } }),
    );
    const acts = ["give-input", "take-input-back", "check-conflicts", "disclose-danger", "address-danger"] as const;
    const extras = fc.array(fc.tuple(fc.constantFrom(...acts), quiet, fc.boolean()), { maxLength: 12 });
    let changed = 0;
    fc.assert(
      fc.property(starts, extras, (state, steps) => {
        const line = serviceOf(state);
        const met = steps.reduce(
          (each, [act, facts]) => Result.getOrElse(take(each, command(act), { facts }), () => each),
          line,
        );
        const input = Result.getOrElse(take(met, command("address-danger")), () => met);
        changed += input === line ? 0 : 1;
        const isChecked = state === "site_proposed" && input.state === "conflict_checked";
        const forward = (each: typeof line) =>
          ["assign", "start", "log-time"].reduce(
            (last, act) => Result.getOrElse(take(last, command(act as "assign")), () => last),
            isChecked || state === "site_proposed" ? Result.getOrThrow(take(each, command("check-conflicts"))) : each,
          );
        for (const [one, other] of [
          [line, input],
          [forward(line), forward(input)],
        ] as const) {
          expect(JSON.stringify(offenderServiceView(other))).toBe(JSON.stringify(offenderServiceView(one)));
          expect(JSON.stringify(serviceCertificate(other))).toBe(JSON.stringify(serviceCertificate(one)));
        }
      }),
      RUNS,
    );
    expect(changed).toBeGreaterThan(300);
  });

  test("why a site was set aside makes no difference", () => {
    const states = fc.constantFrom<ServiceState>("site_proposed", "conflict_checked", "assigned", "in_progress");
    const facts = fc.constantFrom(...WRONG_FACTS, quietFacts());
    fc.assert(
      fc.property(states, facts, facts, (state, one, other) => {
        const [left, right] = [one, other].map((each) =>
          JSON.stringify(
            offenderServiceView(Result.getOrThrow(take(serviceOf(state), command("set-site-aside"), { facts: each }))),
          ),
        );
        expect(left).toBe(right);
      }),
      RUNS,
    );
  });

  test("no id of a victim-side record is in the view, the certificate or the text of an error", () => {
    fc.assert(
      fc.property(plays, ({ played, last }) => {
        const errors = played.flatMap(({ outcome }) => (Result.isFailure(outcome) ? [outcome.failure.message] : []));
        expect(JSON.stringify([offenderServiceView(last), serviceCertificate(last), errors])).not.toMatch(/\bV-/u);
        for (const { before, command: asked, outcome } of played.filter(
          ({ command: { by } }) => by.side === "offender-side",
        )) {
          const after = Result.getOrElse(outcome, () => before);
          expect(after === before || asked.act === "disclose-danger").toBe(true);
          expect(offenderServiceView(after)).toEqual(offenderServiceView(before));
          expect(answerOffender(asked, house)).toEqual(answerOffender({ id: asked.id, act: asked.act }, house));
        }
      }),
      RUNS,
    );
  });
});

describe("INV-05: no order's case is an input to a decision on status", () => {
  test("the view is empty, and the certificate for the court holds days and minutes alone", () => {
    fc.assert(
      fc.property(plays, ({ last }) => {
        expect(JSON.stringify(statusConsumerView())).toBe("{}");
        const certificate = serviceCertificate(last);
        expect(Object.keys(certificate).toSorted()).toEqual(["days", "kind", "totalMinutes"]);
        for (const day of certificate.days) expect(Object.keys(day)).toEqual(["on", "minutes"]);
        expect(certificate.totalMinutes).toBe(last.attended.reduce((sum, { minutes }) => sum + minutes, 0));
      }),
      RUNS,
    );
  });
});

describe("the victim's input", () => {
  test("is invited at most once, and can be given and taken back until the end, whatever the facts, but for an open danger", () => {
    fc.assert(
      fc.property(plays, ({ last }) => {
        expect(last.record.filter(({ act }) => act === "invite-input").length).toBeLessThanOrEqual(1);
        if (last.danger !== null || last.state === "completed" || last.state === "failed_reported") return;
        const at = last.commands.at(-1)?.at ?? later(0);
        const given = Result.getOrThrow(take(last, command("give-input", { at, by: PEOPLE.victim })));
        expect([given.input, given.state]).toEqual(["V-input", last.state]);
        expect(Result.getOrThrow(take(given, command("take-input-back", { at }))).input).toBeNull();
      }),
      RUNS,
    );
  });
});

/** How many gates each step asks. */
const GATES: Readonly<Record<string, number>> = {
  "invite-input": 1,
  "check-conflicts": 4,
  "set-site-aside": 4,
  assign: 4,
  start: 4,
  "log-time": 1,
};

describe("INV-21: the record is only added to", () => {
  test("each step adds one line with its grounds; setting a site aside stores what the gates found", () => {
    fc.assert(
      fc.property(plays, ({ played }) => {
        for (const { before, command: asked, after } of stepsTaken(played)) {
          expect(after.record.slice(0, -1)).toEqual(before.record);
          const line = after.record.at(-1);
          expect(line).toMatchObject({ seq: before.record.length + 1, command: asked.id, by: asked.by });
          expect(line?.gates.length).toBe(GATES[asked.act] ?? 0);
          for (const gate of line?.gates ?? [])
            expect(gate).toMatchObject({ decidedBy: asked.by.id, at: asked.at, rules: [{ edition: "2026-11-29" }] });
        }
      }),
      RUNS,
    );
  });
});
