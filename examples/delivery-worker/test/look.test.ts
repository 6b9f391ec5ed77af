import { addHours, LocalTime, PersonId, StoreUnavailable } from "@victim-rights/core";
import type { ObligationStoreShape } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { lookAtObligation } from "../src/worker/look-at-obligation.ts";
import { reconcileUnsettled } from "../src/worker/reconcile-unsettled.ts";
import { sweep } from "../src/worker/sweep.ts";
import { NoticeNotWritable } from "../src/worker/notice-writer.ts";
import { contact, later, obligationId, opening, openWorld, provideAll, record, START } from "./world.ts";
import { NO_LIMITS } from "./sample-book.ts";

const tasks = async (world: Awaited<ReturnType<typeof openWorld>>) =>
  (await Effect.runPromise(world.store.listTasks({ limit: 50, afterSequence: 0 }))).items.map(({ task }) => task.why);

describe("a worker", () => {
  test("sends a notice by the person's own order, and waits for the next try", async () => {
    const world = await openWorld();
    await world.run(sweep);
    await world.pass(1);
    expect(world.provider.sends.map(({ method, to }) => [method, to])).toEqual([["email", "canary1@canary.example"]]);
    const obligation = await world.obligation(1);
    expect(obligation.attempts).toMatchObject([{ attempt: 1, contact: contact(1, "email"), outcome: "sent" }]);
    expect(obligation.scheduled).toMatchObject({ attempt: 2, for: later(START, 1 + 1800) });
    expect(world.jobs.waiting()).toEqual([{ obligation: obligationId(1), attempt: 2, at: later(START, 1 + 1800) }]);
  });

  test("goes on until the person confirms, and sends nothing after that", async () => {
    const world = await openWorld();
    await world.run(sweep);
    await world.pass(1);
    await world.pass(1800);
    expect(world.provider.sends).toHaveLength(2);
    await world.confirm(1);
    for (let hour = 0; hour < 8; hour += 1) {
      await world.pass(3600);
      await world.run(sweep);
      await world.run(reconcileUnsettled);
    }
    expect(world.provider.sends).toHaveLength(2);
    expect((await world.obligation(1)).state).toBe("confirmed");
  });

  test("leaves it to a person when every contact point has been tried enough", async () => {
    const world = await openWorld();
    await world.run(sweep);
    for (let half = 0; half < 12; half += 1) await world.pass(1800);
    expect(world.provider.sends).toHaveLength(6);
    expect((await world.obligation(1)).state).toBe("with-person");
    expect(await tasks(world)).toEqual(["no-contact-left"]);
    expect(await world.run(sweep)).toBe(0);
  });

  test("loses nothing when every job is lost", async () => {
    const world = await openWorld({ persons: 5 });
    await world.run(sweep);
    expect(world.jobs.loseEverything()).toBe(5);
    await world.pass(60);
    expect(world.provider.sends).toHaveLength(0);
    await world.run(sweep);
    await world.pass(1);
    expect(world.provider.sends).toHaveLength(5);
    expect(world.jobs.loseEverything()).toBe(5);
    await world.pass(1800);
    expect(world.provider.sends).toHaveLength(5);
    await world.run(sweep);
    await world.pass(1);
    expect(world.provider.sends).toHaveLength(10);
  });

  test("reads the safe-contact wishes again before each attempt, and holds back what is not safe any more", async () => {
    const world = await openWorld();
    await world.run(sweep);
    await world.pass(1);
    world.book.safe.set(PersonId.parse("P1"), { ...NO_LIMITS, neverUse: ["email"] });
    await world.pass(1800);
    expect(world.provider.sends.map(({ method }) => method)).toEqual(["email", "sms"]);
    // 15:30 UTC is 9:30 in Chicago; from now on only the evening is safe.
    const hours = [{ from: LocalTime.parse("18:00"), to: LocalTime.parse("20:00") }];
    world.book.safe.set(PersonId.parse("P1"), { ...NO_LIMITS, neverUse: ["email"], hours });
    await world.pass(1800);
    expect(world.provider.sends).toHaveLength(2);
    expect((await world.obligation(1)).scheduled?.for).toBe(addHours(START, 9));
  });

  test("leaves no text for whoever wants no message left", async () => {
    const world = await openWorld();
    world.book.safe.set(PersonId.parse("P1"), { ...NO_LIMITS, doNotLeaveMessage: true, neverUse: ["email"] });
    await world.run(sweep);
    await world.pass(1);
    expect(world.provider.sends).toEqual([]);
    expect(await tasks(world)).toEqual(["no-contact-left"]);
  });

  test("reports a contact point that will not do, and takes the next", async () => {
    const world = await openWorld();
    world.provider.script.push("refuses");
    await world.run(sweep);
    await world.pass(1);
    const { attempts, evidence } = await world.obligation(1);
    expect(attempts).toMatchObject([{ outcome: "undeliverable" }, { method: "sms", outcome: "sent" }]);
    expect(evidence).toMatchObject([{ kind: "channel-failure", why: "no-such-contact-point" }]);
  });

  test("tries again later what a provider refused for now", async () => {
    const world = await openWorld();
    world.provider.script.push("refuses-for-now");
    await world.run(sweep);
    await world.pass(1);
    const { attempts, scheduled } = await world.obligation(1);
    expect(attempts).toMatchObject([{ outcome: "not-sent" }]);
    expect(scheduled?.contact).toBe(contact(1, "email"));
  });

  test("claims nothing for a notice that cannot be written, and hands it to a person", async () => {
    const refusing = {
      write: () => Effect.fail(new NoticeNotWritable({ obligation: obligationId(1), why: "content-missing" })),
    };
    const world = await openWorld({ writer: refusing });
    await world.run(sweep);
    await world.pass(1);
    expect((await world.obligation(1)).attempts).toEqual([]);
    expect(world.lines.map(({ event }) => event)).not.toContain("send-claimed");
    expect(await tasks(world)).toEqual(["notice-content-missing"]);
  });

  test("hands a method without a channel to a person", async () => {
    const world = await openWorld({ channels: {} });
    await world.run(sweep);
    await world.pass(1);
    expect(await tasks(world)).toEqual(["no-channel-for-method"]);
  });

  test("asks for an address at the moment of the send and not before", async () => {
    const world = await openWorld();
    await world.run(sweep);
    expect(world.book.resolved).toEqual([]);
    await world.pass(1);
    expect(world.book.resolved).toEqual([contact(1, "email")]);
  });

  test("takes an address that is not exactly one for unusable, and goes on", async () => {
    const world = await openWorld();
    world.book.values.set(contact(1, "email"), "one@canary.example, two@canary.example");
    await world.run(sweep);
    await world.pass(1);
    expect(world.provider.sends.map(({ method }) => method)).toEqual(["sms"]);
  });

  test("leaves to a person what no look could do", async () => {
    const world = await openWorld({ writer: { write: () => Effect.die("broken") } });
    await world.run(sweep);
    for (let minute = 0; minute < 10; minute += 1) await world.pass(60);
    expect(await tasks(world)).toEqual(["attempt-failed-repeatedly"]);
    expect(world.lines).toContainEqual({
      event: "look-failed",
      obligation: obligationId(1),
      attempt: 1,
      why: "broken",
    });
  });
});

describe("a worker whose store fails it", () => {
  const unsure = (during: string) => new StoreUnavailable({ commit: "unknown", during });

  test("gives a command again whose fate is unknown, and takes each step once", async () => {
    const world = await openWorld();
    let calls = 0;
    const store: ObligationStoreShape = {
      ...world.store,
      // Every second answer is lost, after the write.
      advance: (advance) =>
        Effect.flatMap(world.store.advance(advance), (stored) =>
          (calls += 1) % 2 === 1 ? Effect.fail(unsure("advance")) : Effect.succeed(stored),
        ),
      settleAttempt: (key, result) =>
        Effect.flatMap(world.store.settleAttempt(key, result), (claim) =>
          (calls += 1) % 2 === 1 ? Effect.fail(unsure("settleAttempt")) : Effect.succeed(claim),
        ),
    };
    await Effect.runPromise(provideAll(lookAtObligation(obligationId(1)), { ...world.services, store }));
    const { commands } = await world.obligation(1);
    expect(commands.map(({ act }) => act)).toEqual(["schedule", "attempt", "schedule"]);
    expect(world.provider.sends).toHaveLength(1);
  });

  test("does not send an attempt that was recorded long ago, but chooses anew", async () => {
    const world = await openWorld();
    const store: ObligationStoreShape = { ...world.store, claimAttempt: () => Effect.die("killed") };
    const killed = Effect.runPromise(provideAll(lookAtObligation(obligationId(1)), { ...world.services, store }));
    await expect(killed).rejects.toThrow("killed");
    expect((await world.obligation(1)).attempts).toMatchObject([{ outcome: "sent" }]);
    world.clock.now = later(START, 7200);
    await world.run(lookAtObligation(obligationId(1)));
    const { attempts } = await world.obligation(1);
    expect(attempts).toMatchObject([{ outcome: "not-sent" }, { at: later(START, 7200), outcome: "sent" }]);
    expect(world.provider.sends).toHaveLength(1);
  });

  test("waits for the record's own time when its clock is behind", async () => {
    const world = await openWorld();
    world.clock.now = later(START, -60);
    expect(await world.run(lookAtObligation(obligationId(1)))).toEqual({ kind: "wait", attempt: 1, until: START });
  });
});

describe("a notice with a deadline near", () => {
  test("goes to a person when nobody has confirmed it so long before the deadline as the policy says", async () => {
    const world = await openWorld({ persons: 0 });
    await Effect.runPromise(record(world.store, [opening(1, later(START, 5400))]));
    world.book.entries.set(PersonId.parse("P1"), [
      { contact: contact(1, "email"), method: "email", currency: "current", preference: 1 },
    ]);
    world.book.values.set(contact(1, "email"), "canary1@canary.example");
    await world.run(sweep);
    await world.pass(1);
    await world.pass(1800);
    expect(world.provider.sends).toHaveLength(2);
    expect(await tasks(world)).toEqual(["unconfirmed-near-deadline"]);
  });
});

describe("a send of which nobody knows what became", () => {
  test("is asked about, and counts as made when the provider has it", async () => {
    const world = await openWorld();
    world.provider.script.push("takes-unheard");
    await world.run(sweep);
    await world.pass(1);
    expect((await world.obligation(1)).attempts).toMatchObject([{ outcome: "sent" }]);
    await world.pass(200);
    expect(world.provider.sends).toHaveLength(1);
    expect((await world.obligation(1)).scheduled).toMatchObject({ attempt: 2 });
    expect((await Effect.runPromise(world.store.listUnsettled(unsettled(world)))).items).toEqual([]);
  });

  test("is chosen anew when the provider never saw it", async () => {
    const world = await openWorld();
    world.provider.script.push("hears-nothing");
    await world.run(sweep);
    await world.pass(1);
    await world.pass(200);
    expect((await world.obligation(1)).attempts).toMatchObject([{ outcome: "unknown" }]);
    await world.pass(1800);
    expect(world.provider.sends).toHaveLength(2);
    expect(world.provider.taken.size).toBe(1);
  });

  test("leads to a second notice when nobody can tell, rather than to none", async () => {
    const world = await openWorld();
    world.provider.canBeAsked = false;
    world.provider.script.push("takes-unheard");
    await world.run(sweep);
    await world.pass(1);
    await world.pass(200);
    expect((await world.obligation(1)).attempts).toMatchObject([{ outcome: "unknown" }]);
    await world.pass(1800);
    expect(world.provider.taken.size).toBe(2);
  });

  test("leads to a person where the agency's policy says so", async () => {
    const world = await openWorld({ onDoubt: "person" });
    world.provider.canBeAsked = false;
    world.provider.script.push("hears-nothing");
    await world.run(sweep);
    await world.pass(1);
    await world.pass(200);
    expect(await tasks(world)).toEqual(["delivery-in-doubt"]);
    expect(world.provider.sends).toHaveLength(1);
  });

  test("is found by the reconciliation too, when its job is lost", async () => {
    const world = await openWorld();
    world.provider.script.push("takes-unheard");
    await world.run(sweep);
    await world.pass(1);
    world.jobs.loseEverything();
    await world.pass(200);
    expect(await world.run(reconcileUnsettled)).toBe(1);
    expect(await world.run(reconcileUnsettled)).toBe(0);
  });
});

const unsettled = ({ clock }: { readonly clock: { readonly now: typeof START } }) => ({
  claimedBefore: clock.now,
  claimedFrom: START,
  limit: 10,
  afterSequence: 0,
});
