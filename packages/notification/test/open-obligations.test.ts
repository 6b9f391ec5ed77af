import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import {
  advanceObligation,
  correctionOf,
  falseNotice,
  type Obligation,
  ObligationCommand,
  ReasonCode,
} from "../src/index.ts";
import { at, foldOf, openedBy, openings, STAFF, SYSTEM } from "./obligation-records.ts";
import { channels, escape, event, owed, registration } from "./records.ts";

const first = (obligations: readonly Obligation[]): Obligation => {
  const [one] = obligations;
  if (one === undefined) throw new Error("expected an obligation");
  return one;
};

const advance = (obligation: Obligation, ...raw: readonly Record<string, unknown>[]): Obligation =>
  raw.reduce<Obligation>(
    (each, shape, number) =>
      Result.getOrThrow(
        advanceObligation(each, ObligationCommand.parse({ id: `c${number}`, at: NOW, by: STAFF, ...shape })),
      ).obligation,
    obligation,
  );

const NOW = at("2026-03-01T12:00:00Z");
const TRY = { attempt: 1, method: "postal", contact: "contact-1", reason: "first-attempt" };
const sent = (obligation: Obligation, ...more: readonly Record<string, unknown>[]): Obligation =>
  advance(
    obligation,
    { act: "schedule", ...TRY, for: NOW },
    { act: "attempt", ...TRY, safeContactCheckedAt: NOW },
    ...more,
  );

describe("openObligations", () => {
  test("opens an owed notice under its own id, with law and policy kept apart and each ground's check", () => {
    const notice = owed().notices[0];
    const obligation = first(openedBy());
    expect([obligation.id, obligation.noticeId, obligation.kind]).toEqual([notice.id, notice.id, "notice"]);
    expect(obligation.dutyBearers).toEqual(["parole-board"]);
    const [ground] = obligation.grounds;
    expect(obligation.deadline.law).toEqual({ by: ground?.closes, rules: ["xx-yy/notice/hearing-30"] });
    expect(obligation.deadline.policy).toBe(null);
    expect(ground?.verified.status).toBe("read");
    expect(ground?.cites).toEqual([{ source: "code", at: "1" }]);
  });

  test("opens one obligation for each moment where no one moment meets all, and none again when a window has closed", () => {
    const twice = { registrations: [registration({ channels: channels("active", "active") })] };
    const both = openedBy(twice);
    const rules = both.map(({ grounds }) => grounds.map(({ rule }) => rule));
    expect(rules.flat().toSorted()).toEqual(["xx-yy/notice/hearing-30", "xx-yy/notice/hearing-window"]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(both.length);
    for (const later of ["2026-03-03T12:00:00Z", "2026-03-20T12:00:00Z", "2026-04-03T12:00:00Z"])
      expect(openings({ ...twice, now: at(later) }, both).obligations).toEqual([]);
  });

  test("opens only the ground that joins a notice later", () => {
    const known = openedBy();
    const more = openings({ registrations: [registration({ channels: channels("active", "active") })] }, known);
    expect(more.obligations.map(({ terms }) => terms.grounds.map(({ rule }) => rule))).toEqual([
      ["xx-yy/notice/hearing-window"],
    ]);
  });

  test("makes a task of a pair that needs a person, with what to ask and before when", () => {
    const nowhere = openings({ registrations: [registration({ contacts: [] })] });
    expect(nowhere.obligations).toEqual([]);
    expect(nowhere.tasks.map(({ why, queue, rules }) => [why, queue, rules])).toEqual([
      ["no-current-contact", "victim-services", ["xx-yy/notice/hearing-30"]],
    ]);
    const unasked = openings({ events: [escape], registrations: [registration({ channels: [] })] });
    expect(unasked.tasks[0]?.ask).toContain("registration.corrections");
  });

  test("ends what a revision supersedes, with no correction while nothing was sent", () => {
    const known = openedBy();
    const next = [event(), event({ revision: 2, scheduled: { date: "2026-05-02", time: "09:30" } })];
    const { advances, obligations } = openings({ events: next }, known);
    expect(advances.map(({ command }) => [command.act, "evidence" in command && command.evidence])).toEqual([
      ["supersede", { kind: "superseded-by-revision", event: "E1", revision: 2 }],
    ]);
    expect(obligations.map(({ terms }) => [terms.kind, terms.subject.revision])).toEqual([["notice", 2]]);
  });

  test("opens a correction for whoever may have received what was superseded or withdrawn, once", () => {
    const known = [sent(first(openedBy()))];
    const revised = openings({ events: [event(), event({ revision: 2 })] }, known);
    const corrections = revised.obligations.filter(({ terms }) => terms.kind === "correction");
    expect(corrections.map(({ terms }) => terms.corrects)).toEqual([
      { obligation: known[0]?.id, cause: "event-superseded", reason: "event-superseded" },
    ]);
    const withdrawn = openings({ events: [event(), event({ revision: 2, status: "withdrawn" })] }, known);
    expect(withdrawn.advances.map(({ command }) => command.act)).toEqual(["withdraw"]);
    expect(withdrawn.obligations.map(({ terms }) => terms.corrects?.cause)).toEqual(["event-withdrawn"]);
    const again = [...known, ...withdrawn.obligations.map(foldOf)];
    expect(openings({ events: [event(), event({ revision: 2, status: "withdrawn" })] }, again).obligations).toEqual([]);
  });

  test("corrects a notice that was confirmed before its event was withdrawn, and leaves it confirmed", () => {
    const told = { kind: "staff-call", at: NOW, reached: "the-person", record: "call-1" };
    const known = [advance(first(openedBy()), { act: "confirm", evidence: told })];
    const { advances, obligations } = openings(
      { events: [event(), event({ revision: 2, status: "withdrawn" })] },
      known,
    );
    expect(advances).toEqual([]);
    expect(obligations.map(({ terms }) => terms.kind)).toEqual(["correction"]);
  });

  test("opens one correction for a notice, whatever is found wrong with it afterwards", () => {
    const told = sent(first(openedBy()));
    const revised = openings({ events: [event(), event({ revision: 2 })] }, [told]);
    const superseded = revised.obligations.filter(({ terms }) => terms.kind === "correction").map(foldOf);
    expect(superseded).toHaveLength(1);
    const events = [event(), event({ revision: 2 }), event({ revision: 3, status: "withdrawn" })];
    const withdrawn = openings({ events }, [told, ...superseded]);
    expect(withdrawn.obligations.filter(({ terms }) => terms.kind === "correction")).toEqual([]);
  });
});

describe("correctionOf and falseNotice", () => {
  const asked = { reason: ReasonCode.parse("wrong-person"), at: NOW, by: SYSTEM };

  test("link a correction to the notice, and end the notice with it", () => {
    const notice = sent(first(openedBy()));
    const { opened, command } = Result.getOrThrow(falseNotice({ notice, ...asked }));
    expect(opened.terms.corrects?.obligation).toBe(notice.id);
    expect(opened.terms.grounds.every(({ basis, closes }) => basis === "house" && closes === null)).toBe(true);
    const ended = Result.getOrThrow(advanceObligation(notice, command)).obligation;
    expect([ended.state, ended.closedBy]).toEqual(["corrected", command.evidence]);
  });

  test("correct what came back or went unanswered, too: it may have been received", () => {
    const outcome = (act: object) => sent(first(openedBy()), { ...act });
    const back = { kind: "returned-mail", at: NOW, attempt: 1, certified: false, why: "moved", record: "env-1" };
    const found = [
      outcome({ act: "note-outcome", attempt: 1, outcome: "unknown", reason: "provider-silent" }),
      outcome({ act: "report-undeliverable", evidence: back }),
    ].map((notice) => correctionOf({ notice, cause: "false-notice", ...asked }));
    expect(found.every(Result.isSuccess)).toBe(true);
  });

  test("are refused where nothing was sent", () => {
    const notice = sent(first(openedBy()), {
      act: "note-outcome",
      attempt: 1,
      outcome: "not-sent",
      reason: "provider-refused",
    });
    for (const each of [notice, first(openedBy())])
      expect(Result.getOrThrow(Result.flip(correctionOf({ notice: each, cause: "false-notice", ...asked })))._tag).toBe(
        "NothingWasSent",
      );
  });
});
