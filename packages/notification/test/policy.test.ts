import { describe, expect, test } from "vitest";
import { ServicePolicy } from "../src/index.ts";
import { timeGround } from "../src/time-ground.ts";
import { happened, instant, NOW, owed } from "./records.ts";
import { XX_YY } from "./xx-yy.ts";

describe("an agency's own policy", () => {
  const policy = ServicePolicy.parse({
    jurisdiction: "xx-yy",
    targets: [
      {
        id: "fast",
        title: "Within two days",
        appliesTo: { event: "parole-hearing-scheduled" },
        within: { amount: 2, unit: "calendar-day" },
        decidedBy: "Director",
        decidedOn: "2026-01-01",
      },
      {
        id: "slow",
        title: "Within 90 days",
        appliesTo: { symbolic: "promptly" },
        within: { amount: 90, unit: "calendar-day" },
        decidedBy: "Director",
        decidedOn: "2026-01-01",
      },
    ],
    enableRules: ["xx-yy/notice/death"],
  });

  test("makes a notice due earlier inside the law's interval, and is labelled", () => {
    const found = owed({ policy, now: instant("2026-02-21T00:00:00Z") });
    expect(found.notices[0].targets[0]).toMatchObject({
      by: "2026-02-23T06:00:00.000Z",
      basis: "policy",
      policy: "policy: Within two days (Director, 2026-01-01)",
    });
    expect(found.notices[0].interval.closes).toBe("2026-03-04T06:00:00.000Z");
  });

  test("a target that has passed asks for the notice at once", () => {
    const [target] = owed({ policy }).notices[0].targets;
    expect(target).toMatchObject({ at: NOW, by: NOW, basis: "policy" });
    expect(target.why).toContain("the service target of 2026-02-23T06:00:00.000Z has passed");
  });

  test("never moves a deadline past the law's", () => {
    const slow = ServicePolicy.parse({
      ...policy,
      targets: [{ ...policy.targets[0], within: { amount: 90, unit: "calendar-day" } }],
    });
    expect(owed({ policy: slow }).notices[0].targets[0]).toMatchObject({
      by: "2026-03-04T06:00:00.000Z",
      basis: "law",
      policy: null,
    });
  });

  test("gives a symbolic window a date of its own and leaves the law's word as it is", () => {
    const release = happened("release");
    const [notice] = owed({ events: [release], policy }).notices;
    expect(notice.targets[0]).toMatchObject({ basis: "policy", by: "2026-05-22T05:00:00.000Z" });
    expect(notice.grounds[0]).toMatchObject({ symbolic: "promptly", interval: { closes: null } });
    expect(owed({ events: [release] }).notices[0].targets[0].by).toBeNull();
  });

  test("labels the grounds of rules it turned on", () => {
    const death = happened("death");
    expect(owed({ events: [death], policy }).notices[0].grounds[0].basis).toBe("policy");
  });

  test("labels a practice beyond the law as policy, whoever turned it on", () => {
    const event = happened("death");
    const [{ ground, duty }] = owed({ events: [event], policy }).notices[0].grounds;
    const timekeeping = {
      event,
      calendar: XX_YY.profile.calendar,
      clock: { now: NOW, recordedAt: null },
      byPolicy: [],
    };
    const labelOf = (basis: "law" | "policy") => timeGround({ ...ground, basis }, duty, timekeeping);
    expect(labelOf("policy")).toMatchObject({ kind: "timed", ground: { basis: "policy" } });
    expect(labelOf("law")).toMatchObject({ kind: "timed", ground: { basis: "law" } });
  });
});
