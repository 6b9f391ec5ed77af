import { EventKind } from "@victim-rights/core";
import * as fc from "fast-check";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { createPlanner, planNotices, ServicePolicy } from "../src/index.ts";
import { arbitraryRecords } from "../src/testing.ts";
import { dispositions, event, instant, NOW, offense, plan, registration } from "./records.ts";
import { MALFORMED, XX_YY } from "./xx-yy.ts";

describe("createPlanner refuses, in this order", () => {
  const failure = (given: Parameters<typeof createPlanner>[0]) => {
    const created = createPlanner(given);
    return Result.isFailure(created) ? created.failure : null;
  };
  const base = { events: [event()], offenses: [], now: NOW };

  test("records of another jurisdiction, all at once", () => {
    const error = failure({
      ...base,
      law: XX_YY,
      events: [event({ jurisdiction: "xx-zz" })],
      policy: ServicePolicy.parse({ jurisdiction: "xx-zz" }),
    });
    expect(error).toMatchObject({ _tag: "RecordsOfOtherJurisdiction", events: ["E1"], policy: "xx-zz" });
    expect(error?.message).toBe(
      "not of `xx-yy`: events `E1` and the policy of `xx-zz`; plan each jurisdiction by itself",
    );
  });

  test("rules to turn on that the law does not have", () => {
    expect(failure({ ...base, law: XX_YY, enable: ["xx-yy/notice/nothing"] })).toMatchObject({
      _tag: "UnknownEnabledRule",
    });
  });

  test("grants that do not say what is owed", () => {
    const error = failure({ ...base, law: MALFORMED });
    expect(error).toMatchObject({ _tag: "DutyMalformed", rules: [{ rule: "xx-yy/notice/broken" }] });
  });
});

describe("planNotices", () => {
  test("counts what was given and made no pair", () => {
    const { counts } = plan({
      registrations: [registration(), registration(), registration({ id: "R2", supervisedPersonId: "S9" })],
    });
    expect(counts).toMatchObject({ pairs: 1, duplicateRegistrations: 1, registrationsWithoutEvent: 1 });
  });

  test("plans nothing from nothing", () => {
    expect(plan({ registrations: [], events: [] }).counts).toMatchObject({ pairs: 0 });
  });

  test("a streamed registry gives what a whole one gives", () => {
    const registrations = [registration(), registration({ id: "R2", person: { ...registration().person, id: "P2" } })];
    const planner = Result.getOrThrow(
      createPlanner({ law: XX_YY, events: [event()], offenses: [offense()], now: NOW }),
    );
    expect(registrations.flatMap((each) => planner.planFor([each]))).toEqual(plan({ registrations }).owed);
  });

  test("random records reach every list, cause, reason and timing, so the laws about them are not empty", () => {
    const kinds = EventKind.options.filter((kind) =>
      [
        "escape",
        "release-scheduled",
        "parole-hearing-scheduled",
        "arrest",
        "death",
        "property-no-longer-needed",
      ].includes(kind),
    );
    const found = fc
      .sample(arbitraryRecords(XX_YY, kinds), { seed: 7, numRuns: 1500 })
      .flatMap((records) =>
        dispositions(Result.getOrThrow(planNotices({ law: XX_YY, now: instant("2026-06-01T00:00:00Z"), ...records }))),
      );
    const seen = new Set(
      found.flatMap((each) => {
        if (each.list === "owed") return each.notices.map(({ timing }) => timing as string);
        return [each.list === "not-owed" ? each.reason.kind : each.cause.kind];
      }),
    );
    expect([...seen].toSorted()).toEqual([
      "channel-not-registered",
      "contradictory-record",
      "event-superseded",
      "event-withdrawn",
      "impossible",
      "late",
      "no-rule-for-event",
      "no-rule-holds",
      "not-notifiable",
      "not-yet",
      "open",
      "rule-conflict",
      "undetermined",
    ]);
  });
});
