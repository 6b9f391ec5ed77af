import { describe, expect, test } from "vitest";
import { channels, event, happened, owed, person, registration } from "./records.ts";

describe("what needs a person", () => {
  test("an unknown fact that matters, with the question and whom to ask", () => {
    const property = happened("property-no-longer-needed", "2026-02-27");
    const found = person({ events: [property], registrations: [registration({ relation: null })] });
    expect(found.cause).toMatchObject({
      kind: "undetermined",
      questions: [{ fact: "claimant.relation", knownBy: "claimant" }],
    });
    expect(found.queue).toBe("claimant");
    expect(found.decideBefore).toBe("2026-03-07T06:00:00.000Z");
    expect(found.receipt?.answer).toBe("undetermined");
  });

  test("the first to ask is whoever knows something that is not painful to be asked", () => {
    const unasked = registration({ channels: [], facts: {} });
    const found = person({ events: [happened("arrest")], registrations: [unasked] });
    expect(found.cause).toMatchObject({
      questions: [{ fact: "claimant.accused", sensitive: true }, { fact: "registration.corrections" }],
    });
    expect(found.queue).toBe("victim-services");
  });

  test("the earliest bound of every duty that could be owed", () => {
    const boardOnly = [{ channel: "board", status: "active", since: null }];
    const found = person({ registrations: [registration({ channels: boardOnly, contacts: [] })] });
    expect(found.possible.map(({ ground }) => ground.rule)).toEqual([
      "xx-yy/notice/hearing-window",
      "xx-yy/notice/hearing-30",
    ]);
    expect(found.decideBefore).toBe("2026-03-04T06:00:00.000Z");
  });

  test("a channel that nobody recorded leads to a question, not to a no", () => {
    const found = person({
      registrations: [registration({ channels: [{ channel: "board", status: "none", since: null }] })],
    });
    expect(found.cause).toMatchObject({ kind: "undetermined", questions: [{ fact: "registration.corrections" }] });
    expect(found.queue).toBe("victim-services");
  });

  test("missing contact data is not notifiable, and the owed grounds are kept", () => {
    const found = person({ registrations: [registration({ contacts: [] })] });
    expect(found.cause).toMatchObject({
      kind: "not-notifiable",
      why: "no-current-contact",
      owedOn: [{ rule: "xx-yy/notice/hearing-30" }],
    });
    expect(found.decideBefore).toBe("2026-03-04T06:00:00.000Z");
  });

  test("a wish for anonymity is respected even where contact data is on file", () => {
    expect(person({ registrations: [registration({ wishesAnonymity: true })] }).cause).toMatchObject({
      kind: "not-notifiable",
      why: "anonymous-by-choice",
    });
  });

  test("contact points that are not safe are not used", () => {
    const safeContact = {
      hours: [],
      doNotLeaveMessage: false,
      neverUse: ["postal", "email"],
      alternate: "an advocate",
    };
    const found = person({ registrations: [registration({ safeContact })] });
    expect(found.cause).toMatchObject({ kind: "not-notifiable", why: "no-safe-method" });
    expect(found.notes).toContain("an alternate through whom contact is safe is on file");
  });

  test("rules that contradict each other, with both grounds", () => {
    const arrest = happened("arrest");
    const found = person({ events: [arrest], registrations: [registration({ facts: { "claimant.accused": true } })] });
    expect(found.cause).toMatchObject({
      kind: "rule-conflict",
      between: [{ rule: "xx-yy/notice/accused" }, { rule: "xx-yy/notice/arrest" }],
    });
    expect(found.queue).toBe("rule-authors");
  });

  test("a hearing without a date", () => {
    const found = person({ events: [event({ scheduled: null })] });
    expect(found).toMatchObject({
      cause: { kind: "contradictory-record", of: "event", what: ["no `scheduled` date"] },
      queue: "custody-record",
    });
  });

  test("a date that is a placeholder", () => {
    const found = person({ events: [event({ scheduled: { date: "2199-12-31", time: null } })] });
    expect(found.cause).toMatchObject({ kind: "contradictory-record", what: ["`scheduled` is no real date"] });
  });

  test("registrations that contradict each other, by field and without values", () => {
    const property = happened("property-no-longer-needed", "2026-02-27");
    const found = person({
      events: [property],
      registrations: [registration(), registration({ id: "R2", relation: "witness" })],
    });
    expect(found.cause).toEqual({ kind: "contradictory-record", of: "registration", what: ["claimant.relation"] });
  });

  test("a channel withdrawn in one registration and active in another, with no date to tell which came last", () => {
    const registrations = [
      registration({ channels: channels("active") }),
      registration({ id: "R2", channels: channels("withdrawn") }),
    ];
    expect(person({ registrations }).cause).toMatchObject({
      kind: "contradictory-record",
      what: ["registration.corrections"],
    });
  });

  test("an open question stays a question beside a contradiction that changes nothing", () => {
    const unasked = [{ channel: "board", status: "none", since: null }];
    const registrations = [
      registration({ channels: unasked }),
      registration({ id: "R2", channels: unasked, relation: "witness" }),
    ];
    expect(person({ registrations }).cause.kind).toBe("undetermined");
  });

  test("a contradiction that changes nothing keeps nobody from a notice", () => {
    expect(
      owed({ registrations: [registration(), registration({ id: "R2", relation: "witness" })] }).notices,
    ).toHaveLength(1);
  });

  test("a fact that the state does not know, named without its value", () => {
    const found = person({ registrations: [registration({ facts: { "claimant.secret": "private" } })] });
    expect(found.cause).toEqual({
      kind: "contradictory-record",
      of: "registration",
      what: ["`claimant.secret`: unknown-fact"],
    });
  });

  test("an event whose facts no rule could read is the custody record's to mend", () => {
    const found = person({ events: [event({ facts: { "event.weather": "fog" } })] });
    expect(found).toMatchObject({
      cause: { of: "event", what: ["`event.weather`: unknown-fact"] },
      queue: "custody-record",
    });
  });

  test("a registration of another state", () => {
    expect(person({ registrations: [registration({ jurisdiction: "xx-zz" })] }).cause).toMatchObject({
      kind: "contradictory-record",
      what: ["jurisdiction"],
    });
  });
});
