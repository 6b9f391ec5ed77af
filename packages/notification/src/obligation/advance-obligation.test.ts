import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import {
  attempt,
  confirm,
  handOver,
  minute,
  sampleCommand,
  sampleOpening,
  schedule,
} from "../store/contract/sample-records.ts";
import { advanceObligation } from "./advance-obligation.ts";
import type { ObligationError } from "./errors.ts";
import { foldEntries, opened } from "./fold-entries.ts";
import type { Obligation } from "./obligation.ts";
import type { ObligationCommand } from "./obligation-command.ts";
import { OpenedEntry } from "./obligation-entry.ts";

const staff = { role: "staff", id: "desk-1" };
const authority = { kind: "agency-policy", policy: "policy-1" };
const receipt = (at: number, number = 1): unknown => ({
  kind: "delivery-receipt",
  at: minute(at),
  attempt: number,
  record: "receipt-1",
});
const decision = { kind: "person-decision", reason: "moved-abroad", authority, record: "note-1" };
const delivered = sampleCommand("record-delivery", 70, { evidence: receipt(65) });
const undeliverable = sampleCommand("report-undeliverable", 70, {
  evidence: { kind: "returned-mail", at: minute(70), attempt: 1, certified: true, why: "refused", record: "env-1" },
});
const decline = sampleCommand("decline", 80, {
  by: staff,
  evidence: { kind: "lawful-decline", on: "2026-03-02", declined: "this-notice", writing: "letter-1" },
});

const opening = sampleOpening(1);
const advance = (obligation: Obligation, command: ObligationCommand) => advanceObligation(obligation, command);
const after = (...commands: readonly ObligationCommand[]): Obligation =>
  commands.reduce((each, command) => Result.getOrThrow(advance(each, command)).obligation, opened(opening));
const errorOf = (obligation: Obligation, command: ObligationCommand): ObligationError =>
  Result.getOrThrow(Result.flip(advance(obligation, command)));

describe("advanceObligation", () => {
  test("leads a notice from planned to confirmed, and keeps what each step rested on", () => {
    const states = [[], [schedule()], [schedule(), attempt()], [schedule(), attempt(), delivered]].map(
      (commands) => after(...commands).state,
    );
    expect(states).toEqual(["planned", "scheduled", "attempted", "delivered"]);
    const done = after(schedule(), attempt(), delivered, confirm());
    expect([done.state, done.closedBy?.kind, done.revision]).toEqual(["confirmed", "confirmed-by-person", 5]);
    expect(done.evidence.map(({ kind }) => kind)).toEqual(["delivery-receipt", "confirmed-by-person"]);
    expect(done.attempts.map(({ outcome }) => outcome)).toEqual(["delivered"]);
  });

  test("is the fold of its entries", () => {
    const first = Result.getOrThrow(advance(opened(opening), schedule()));
    const second = Result.getOrThrow(advance(first.obligation, attempt()));
    expect(foldEntries([opening, ...first.entries, ...second.entries])).toEqual(second.obligation);
    expect(foldEntries([])).toBe(null);
  });

  test("leads what came back to a search, and a search to a person who ends it with its steps", () => {
    const step = { at: minute(75), looked: "prosecutor", outcome: "nothing-found", record: "note-2" };
    const searching = after(
      schedule(),
      attempt(),
      undeliverable,
      sampleCommand("begin-search", 71, { reason: "letter-came-back" }),
      sampleCommand("record-search-step", 76, { by: staff, step }),
    );
    const handed = Result.getOrThrow(advance(searching, handOver(77)));
    expect(handed.tasks.map(({ why, decideBefore }) => [why, decideBefore])).toEqual([
      ["no-contact-left", minute(600)],
    ]);
    const close = (steps: readonly unknown[]) =>
      sampleCommand("close-search", 78, {
        by: staff,
        evidence: { kind: "documented-search", steps, authority, record: "note-3" },
      });
    expect(errorOf(handed.obligation, close([{ ...step, outcome: "no-reply" }]))).toMatchObject({
      misfit: "search-not-as-recorded",
    });
    expect(after(...handed.obligation.commands, close([step])).state).toBe("search-exhausted");
  });

  test("takes a late receipt while a person has it, and leaves it with them", () => {
    const held = after(schedule(), attempt(), handOver(65), delivered);
    expect([held.state, held.attempts[0]?.outcome]).toEqual(["with-person", "delivered"]);
  });

  test("opens again what was closed by mistake, with a person's decision, and never by a system", () => {
    const done = after(confirm());
    const reopen = sampleCommand("reopen", 95, { by: staff, evidence: decision });
    const again = Result.getOrThrow(advance(done, reopen));
    expect([again.obligation.state, again.obligation.closedBy, again.tasks.length]).toEqual(["with-person", null, 1]);
    expect(errorOf(done, sampleCommand("reopen", 95, { evidence: decision }))._tag).toBe("RoleMayNot");
  });

  test("voids a set attempt when something comes up", () => {
    expect(after(schedule()).scheduled?.for).toBe(minute(60));
    expect(after(schedule(), handOver(3)).scheduled).toBe(null);
  });
});

describe("advanceObligation refuses, in this order,", () => {
  const planned = after();

  test("an id with other content, and takes the same content again without effect", () => {
    const scheduled = after(schedule());
    expect(Result.getOrThrow(advance(scheduled, schedule()))).toEqual({
      obligation: scheduled,
      entries: [],
      tasks: [],
    });
    const other = { ...schedule(), at: minute(0), for: minute(59) };
    expect(errorOf(scheduled, other)._tag).toBe("CommandExistsWithDifferentContent");
  });

  test("a command dated before the last", () => {
    expect(errorOf(after(schedule(5)), sampleCommand("attempt", 4, { ...attempt(4), at: minute(4) }))._tag).toBe(
      "ClockWentBack",
    );
  });

  test("a step that is not in the table, naming those that are", () => {
    const error = errorOf(planned, { ...delivered, by: { ...delivered.by, role: "registrant" } });
    expect(error).toMatchObject({ _tag: "StepNotPossible", state: "planned" });
    expect(error.message).toContain("possible are `schedule`");
  });

  test.each(["undeliverable", "searching", "with-person"] as const)("a decline from %s: it is no wish", (state) => {
    const path = {
      undeliverable: [],
      searching: [sampleCommand("begin-search", 71, { reason: "letter-came-back" })],
      "with-person": [handOver(71)],
    }[state];
    const unreachable = after(schedule(), attempt(), undeliverable, ...path);
    expect(unreachable.state).toBe(state);
    expect(errorOf(unreachable, decline)._tag).toBe("StepNotPossible");
    expect(after(schedule(), attempt(), decline).state).toBe("declined");
  });

  test("a role that may not", () => {
    expect(errorOf(planned, { ...decline, by: { ...decline.by, role: "system" } })._tag).toBe("RoleMayNot");
  });

  test("an attempt that differs from what was scheduled, or comes before its moment", () => {
    const scheduled = after(schedule());
    const differs = (change: object, at = 60) =>
      errorOf(scheduled, sampleCommand("attempt", at, { ...attempt(at), at: minute(at), ...change }));
    expect(differs({ attempt: 2 })).toMatchObject({ differs: "attempt" });
    expect(differs({ method: "email" })).toMatchObject({ differs: "method" });
    expect(differs({ contact: "contact-2" })).toMatchObject({ differs: "contact" });
    expect(differs({}, 59)).toMatchObject({ differs: "too-early" });
    expect(errorOf(planned, sampleCommand("schedule", 1, { ...schedule(), at: minute(1), attempt: 2 }))._tag).toBe(
      "AttemptNotAsScheduled",
    );
  });

  test("an attempt before which safe contact was not read again", () => {
    const scheduled = after(schedule());
    const checked = (at: number) =>
      errorOf(scheduled, sampleCommand("attempt", 60, { ...attempt(), safeContactCheckedAt: minute(at) }));
    expect(checked(0)._tag).toBe("SafeContactNotChecked");
    expect(checked(61)._tag).toBe("SafeContactNotChecked");
  });

  test.each([
    ["no-such-attempt", sampleCommand("record-delivery", 70, { evidence: receipt(65, 2) })],
    ["no-such-attempt", sampleCommand("note-outcome", 70, { attempt: 2, outcome: "no-answer", reason: "rang-out" })],
    ["dated-after-command", sampleCommand("record-delivery", 70, { evidence: receipt(71) })],
    [
      "dated-after-command",
      sampleCommand("decline", 80, {
        by: staff,
        evidence: { kind: "lawful-decline", on: "2026-03-04", declined: "this-notice", writing: "letter-1" },
      }),
    ],
    [
      "another-event",
      sampleCommand("supersede", 70, { evidence: { kind: "superseded-by-revision", event: "E2", revision: 2 } }),
    ],
    [
      "not-a-later-revision",
      sampleCommand("withdraw", 70, { evidence: { kind: "event-withdrawn", event: "E1", revision: 1 } }),
    ],
  ])("evidence that does not fit: %s", (misfit, command) => {
    expect(errorOf(after(schedule(), attempt()), command)).toMatchObject({ _tag: "EvidenceDoesNotFit", misfit });
  });

  test("a channel's receipt where the law names certified mail alone, and where nothing was delivered", () => {
    const accept = sampleCommand("accept-delivery", 80, {
      evidence: { kind: "delivery-accepted", attempt: 1, authority, record: "receipt-1" },
    });
    const { terms } = opening;
    const certified = OpenedEntry.parse({
      ...opening,
      terms: { ...terms, proof: { needs: "return-receipt-or-confirmation", basis: "house" } },
    });
    const path = [schedule(), attempt(), delivered];
    const strict = path.reduce(
      (each, command) => Result.getOrThrow(advance(each, command)).obligation,
      opened(certified),
    );
    expect(errorOf(strict, accept)).toMatchObject({ misfit: "return-receipt-needed" });
    expect(after(...path, accept).state).toBe("served");
    const bounced = sampleCommand("note-outcome", 69, { attempt: 1, outcome: "no-answer", reason: "rang-out" });
    expect(after(schedule(), attempt(), bounced).attempts[0]?.outcome).toBe("no-answer");
  });

  test("a correction of what nobody can have received", () => {
    const correct = (correction: string) =>
      sampleCommand("correct", 80, { evidence: { kind: "correction-owed", correction, reason: "wrong-person" } });
    const { obligation: id } = opening;
    expect(errorOf(planned, correct("other"))).toMatchObject({ misfit: "nothing-was-sent" });
    expect(errorOf(after(confirm(2)), correct(id))).toMatchObject({ misfit: "corrects-itself" });
    expect(after(confirm(2), correct("other")).state).toBe("corrected");
  });
});
