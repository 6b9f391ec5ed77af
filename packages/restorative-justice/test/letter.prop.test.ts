import { addHours, compareInstants, localDateIn } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { letterState } from "../src/letter/letter-case.ts";
import { SubmitLetter } from "../src/letter/letter-command.ts";
import { LETTER_OPEN_IN_DANGER } from "../src/letter/letter-machine.ts";
import { letterNotice } from "../src/letter/letter-notice.ts";
import { cleanFacts, command, letterIn, open, PEOPLE, START, strict, take, walk, ZONE } from "./letter-bank.ts";
import { play, type Played, plays, rolls } from "./letter-play.ts";
import { stepsTaken } from "./random-steps.ts";

const RUNS = { numRuns: 1000 };
const TOWARDS_THE_VICTIM = ["send-notice", "reconfirm", "deliver"];

/** The steps of some acts that were taken. */
const takenOf = (played: readonly Played[], acts: readonly string[]) =>
  stepsTaken(played).filter(({ command: { act } }) => acts.includes(act));

const isUnderOrder = ({ freezes }: Played["before"]): boolean => freezes.some(({ ground }) => ground === "new_order");

describe("INV-02: no message reaches a victim who has not asked", () => {
  test("a notice goes only to an opt-in for letters, and carries two fields", () => {
    let notices = 0;
    fc.assert(
      fc.property(plays, ({ played, policy }) => {
        for (const { facts, after } of takenOf(played, ["send-notice"])) {
          notices += 1;
          const opted = policy.notifyPolicy === "opt_in_only" ? ["asked"] : ["asked", "registered_for_letters"];
          expect(opted).toContain(facts.optIn.how);
          expect(letterNotice(after)).toEqual({ kind: "a_letter_waits", letter: "letter-1" });
        }
      }),
      RUNS,
    );
    expect(notices).toBeGreaterThan(100);
  });
});

describe("INV-10: an order stops notice, delivery and reply, and only the court lifts it", () => {
  test("no step towards the victim is taken under an order, on a stale look or while frozen", () => {
    const seen: string[] = [];
    fc.assert(
      fc.property(plays, ({ played }) => {
        for (const { before, command: asked, facts } of takenOf(played, [...TOWARDS_THE_VICTIM, "release-reply"])) {
          seen.push(asked.act);
          expect(before.freezes).toEqual([]);
          expect(facts.orders?.found).toBe("no_active_order");
          const looked = facts.orders?.at ?? addHours(START, -9999);
          expect(compareInstants(looked, asked.at)).toBeLessThanOrEqual(0);
          expect(compareInstants(asked.at, addHours(looked, 7 * 24))).toBeLessThanOrEqual(0);
        }
      }),
      RUNS,
    );
    expect(seen.filter((act) => act === "deliver").length).toBeGreaterThan(20);
    expect(seen.filter((act) => act === "release-reply").length).toBeGreaterThan(5);
  });

  test("identity, orders and the safe channel are looked at on the day of delivery", () => {
    fc.assert(
      fc.property(plays, ({ played }) => {
        for (const { command: asked, facts } of takenOf(played, ["reconfirm", "deliver"])) {
          const days = [facts.identity, facts.orders, facts.channel].map(
            (check) => check && localDateIn(check.at, ZONE),
          );
          expect(new Set(days)).toEqual(new Set([localDateIn(asked.at, ZONE)]));
        }
      }),
      RUNS,
    );
  });

  test("a letter frozen by an order stays so until the court's document and a clean look", () => {
    let lifted = 0;
    const ordered = walk(letterIn("held"), [command("freeze", { ground: "new_order", by: PEOPLE.court })]);
    const frozenPlays = rolls().map((steps) => play(ordered, steps, open));
    fc.assert(
      fc.property(fc.oneof(plays, frozenPlays), ({ played }) => {
        const freed = stepsTaken(played).filter(({ before, after }) => isUnderOrder(before) && !isUnderOrder(after));
        for (const { command: asked, facts } of freed) {
          lifted += 1;
          expect(asked).toMatchObject({ act: "unfreeze", ground: "new_order", courtDocument: "order-lifted" });
          expect(["court", "programme"]).toContain(asked.by.side);
          expect(facts.orders?.found).toBe("no_active_order");
        }
      }),
      RUNS,
    );
    expect(lifted).toBeGreaterThan(10);
  });
});

const OWN_ACTS: readonly string[] = ["submit", "resubmit", "ask-to-withdraw", "disclose-danger"];

describe("INV-14: a letter never goes from the author to the victim", () => {
  test("the author's side only hands in, revises, withdraws and discloses danger, whatever is tried", () => {
    fc.assert(
      fc.property(plays, ({ last, played }) => {
        const own = last.record.filter(({ by }) => by.side === "offender-side");
        for (const { act } of own) expect(OWN_ACTS).toContain(act);
        for (const { to } of own.filter((line) => line.from !== line.to))
          expect(["submitted", "withdrawn_by_author"]).toContain(to);
        for (const { command: asked } of takenOf(played, TOWARDS_THE_VICTIM)) expect(asked.by.side).toBe("programme");
      }),
      RUNS,
    );
  });

  test("a letter has no field for whom or where it goes", () => {
    const fields = fc.constantFrom("to", "recipient", "address", "victim", "email", "via", "text", "body");
    fc.assert(
      fc.property(fields, fc.string(), (field, value) => {
        expect(SubmitLetter.safeParse({ ...command("submit"), [field]: value }).success).toBe(false);
      }),
      RUNS,
    );
  });
});

describe("INV-21: the record is only added to, and every line has its grounds", () => {
  test("a step adds lines after those that stood; a step that is not taken changes nothing", () => {
    fc.assert(
      fc.property(plays, ({ played }) => {
        for (const { before, command: asked, outcome } of played) {
          const after = Result.getOrElse(outcome, () => before);
          expect(after.record.slice(0, before.record.length)).toEqual(before.record);
          expect(after.record.map(({ seq }) => seq)).toEqual(after.record.map((_, at) => at + 1));
          expect(after.record.at(-1)?.to).toBe(letterState(after));
          expect(after.record.slice(1).map(({ from }) => from)).toEqual(after.record.slice(0, -1).map(({ to }) => to));
          const gates = after.record.slice(before.record.length).flatMap((line) => line.gates);
          for (const gate of gates)
            expect(gate).toMatchObject({
              outcome: "pass",
              decidedBy: asked.by.id,
              at: asked.at,
              rules: [{ edition: "2026-11-29" }],
            });
        }
      }),
      RUNS,
    );
  });

  test("a command given again changes nothing, and its id for something else is refused", () => {
    fc.assert(
      fc.property(plays, fc.nat(), ({ last }, at) => {
        const given = last.commands[at % last.commands.length] ?? command("bank");
        const setting = { facts: cleanFacts(given.at), policy: strict };
        expect(take(last, { ...given }, setting)).toEqual(Result.succeed(last));
        const other = take(last, { ...given, evidence: [...given.evidence, "another" as never] }, setting);
        const isDangerFirst = last.danger !== null && !LETTER_OPEN_IN_DANGER.includes(given.act);
        expect(Result.isFailure(other) && other.failure._tag).toBe(
          isDangerFirst ? "DangerComesFirst" : "CommandExistsWithDifferentContent",
        );
      }),
      RUNS,
    );
  });
});

describe("nothing is lost that was asked for", () => {
  test("a letter that was asked for never expires, is superseded or is withdrawn", () => {
    let requested = 0;
    fc.assert(
      fc.property(plays, ({ last }) => {
        const asked = last.record.findIndex(({ act }) => act === "request-delivery");
        const since = asked < 0 ? [] : [...last.record.slice(asked).map(({ to }) => to), letterState(last)];
        requested += since.length > 0 ? 1 : 0;
        for (const gone of ["expired", "superseded", "withdrawn_by_author"]) expect(since).not.toContain(gone);
      }),
      RUNS,
    );
    expect(requested).toBeGreaterThan(200);
  });
});
