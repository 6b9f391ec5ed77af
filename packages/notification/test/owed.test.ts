import { compileQuestion, decide, factsOfPair, replay } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import {
  channels,
  escape,
  event,
  happened,
  instant,
  NOW,
  offense,
  owed,
  plan,
  refused,
  registration,
} from "./records.ts";
import { XX_YY } from "./xx-yy.ts";

describe("what is owed", () => {
  test("names bearer, grounds, window, target, methods, content and rights", () => {
    const { notices, receipt, language } = owed({});
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({
      id: "xx-yy/P1/S1/E1/r1/parole-board",
      dutyBearers: ["parole-board"],
      interval: { opens: null, closes: "2026-03-04T06:00:00.000Z" },
      targets: [
        { at: NOW, by: "2026-03-04T06:00:00.000Z", basis: "law", policy: null, meets: ["xx-yy/notice/hearing-30"] },
      ],
      timing: "open",
      ifMissed: ["hearing-may-not-proceed"],
      methods: [
        { method: "postal", legal: "certified-mail" },
        { method: "email", legal: "email" },
      ],
      methodProblem: null,
      content: ["hearing-date", "hearing-time"],
      rights: ["attend", "be-heard"],
    });
    expect(notices[0].grounds[0].counting).toEqual(["30 calendar days before 2026-04-02 is 2026-03-03"]);
    expect({ asOf: receipt.asOf, language }).toEqual({ asOf: "2026-04-02", language: "en" });
  });

  test("the first day of a window read two ways satisfies both readings", () => {
    const found = owed({ registrations: [registration({ channels: channels("none", "active") })] });
    expect(found.notices[0].targets).toMatchObject([
      { at: "2026-03-03T06:00:00.000Z", by: "2026-03-04T06:00:00.000Z" },
    ]);
    expect(found.notices[0].timing).toBe("not-yet");
  });

  test("one notice meets several grounds of one bearer where one moment can", () => {
    const [notice, ...others] = owed({
      registrations: [registration({ channels: channels("active", "active") })],
    }).notices;
    expect(others).toEqual([]);
    expect(notice.grounds).toHaveLength(2);
    expect(notice.targets).toMatchObject([
      { at: "2026-03-03T06:00:00.000Z", meets: ["xx-yy/notice/hearing-30", "xx-yy/notice/hearing-window"] },
    ]);
    expect(notice.content).toEqual(["hearing-date", "hearing-time", "application-filed"]);
  });

  test("a bearer that two duties share makes one notice, and both grounds are kept", () => {
    const found = owed({ events: [escape], offenses: [offense({ categories: { "offense.violent": true } })] });
    expect(found.notices).toMatchObject([{ dutyBearers: ["custodial-authority"] }]);
    expect(found.notices[0].grounds.map(({ ground }) => ground.rule)).toEqual([
      "xx-yy/notice/escape-on-request",
      "xx-yy/notice/escape-automatic",
    ]);
  });

  test("a further ground that missing facts could add is kept with its question", () => {
    const found = owed({ events: [escape], offenses: [offense({ categories: {} })] });
    expect(found.possible.map(({ ground }) => ground.rule)).toEqual(["xx-yy/notice/escape-automatic"]);
    expect(found.questions.map(({ fact }) => fact)).toEqual(["offense.violent"]);
  });

  test("a notice owed on one ground or another is owed before anyone knows which", () => {
    const level = happened("custody-level-changed");
    const found = owed({ events: [level], offenses: [offense({ class: null })] });
    expect(found.notices[0].grounds.map(({ ground }) => ground.rule)).toEqual([
      "xx-yy/notice/level-felony",
      "xx-yy/notice/level-lesser",
    ]);
    expect(found.questions.map(({ fact }) => fact)).toEqual(["offense.class"]);
    expect(found.notes.join()).toContain("which of these grounds holds depends on them");
  });

  test("a denial sets its grant aside and no other", () => {
    const leave = event({ kind: "release-scheduled", releaseType: "family-emergency-leave" });
    expect(refused({ events: [leave] }).notes).toEqual([
      "xx-yy/notice/release-15 is set aside by xx-yy/notice/family-leave",
    ]);
    expect(owed({ events: [event({ kind: "release-scheduled", releaseType: "parole" })] }).notices).toHaveLength(1);
  });

  test("two cases of one person are each decided on their own facts", () => {
    const level = event({
      kind: "custody-level-changed",
      scheduled: null,
      occurred: { date: "2026-02-28", time: null },
      caseNumber: null,
    });
    const found = owed({
      events: [level],
      registrations: [registration(), registration({ id: "R2", caseNumber: "C2" })],
      offenses: [offense(), offense({ caseNumber: "C2", class: "misdemeanor" })],
    });
    expect(found.notices[0].grounds.map(({ ground }) => ground.rule)).toEqual([
      "xx-yy/notice/level-felony",
      "xx-yy/notice/level-lesser",
    ]);
    expect(found.otherReceipts).toHaveLength(1);
    expect(found.registrationIds).toEqual(["R1", "R2"]);
  });

  test("the receipt can be replayed on the event's own day", () => {
    const { receipt } = owed({});
    const compiled = Result.getOrThrow(compileQuestion(XX_YY, "notice", { asOf: receipt.asOf }));
    const { facts } = factsOfPair({
      registrations: [registration()],
      offenses: [offense()],
      event: event(),
      history: [event()],
      calendar: XX_YY.profile.calendar,
      on: receipt.asOf,
    });
    expect(Result.isSuccess(decide(compiled, facts))).toBe(true);
    expect(Result.isSuccess(replay(receipt, compiled, { ...facts, "event.days-until": 32 }))).toBe(true);
  });

  test("each receipt names its own event's day, though the law is the same", () => {
    const found = plan({ events: [event(), event({ id: "E2", scheduled: { date: "2026-04-20", time: null } })] });
    expect(found.owed.map(({ receipt }) => receipt.asOf)).toEqual(["2026-04-02", "2026-04-20"]);
  });

  test("a ground that holds is never also said to be possible", () => {
    const registrations = [registration(), registration({ id: "R2", caseNumber: "C2" })];
    const offenses = [
      offense({ categories: { "offense.violent": true } }),
      offense({ caseNumber: "C2", categories: {} }),
    ];
    expect(owed({ events: [escape], registrations, offenses }).possible).toEqual([]);
  });

  test("the law of the event's day decides, before and after a rule takes effect", () => {
    const transfer = (date: string) =>
      event({ kind: "facility-transfer", scheduled: null, occurred: { date, time: null } });
    expect(refused({ events: [transfer("2026-06-30")] }).reason).toEqual({ kind: "no-rule-for-event" });
    expect(owed({ events: [transfer("2026-07-01")] }).receipt.asOf).toBe("2026-07-01");
  });
});

describe("when a window has closed", () => {
  test("is late when someone could still have sent it", () => {
    const { notices } = owed({ events: [escape], now: instant("2026-03-05T00:00:00Z") });
    expect(notices[0]).toMatchObject({
      timing: "late",
      targets: [{ at: "2026-03-05T00:00:00.000Z", by: null, meets: [] }],
    });
  });

  test("is impossible when it closed before the event was recorded", () => {
    const hearing = event({ scheduled: { date: "2026-03-10", time: null }, recordedAt: "2026-02-20T15:00:00Z" });
    expect(owed({ events: [hearing] }).notices[0]).toMatchObject({ timing: "impossible", targets: [{ at: NOW }] });
  });

  test("a release that nobody scheduled still reaches the person at once", () => {
    const release = happened("release");
    expect(owed({ events: [release] }).notices[0]).toMatchObject({ timing: "open", targets: [{ at: NOW }] });
  });
});
