import { fc, test } from "@fast-check/vitest";
import { Revision } from "@victim-rights/core";
import type { AttemptKey, ObligationStoreShape } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { describe, expect } from "vitest";
import type { ChannelShape } from "../src/channel/channel.ts";
import { lookAtObligation } from "../src/worker/look-at-obligation.ts";
import { reconcileUnsettled } from "../src/worker/reconcile-unsettled.ts";
import { sweep } from "../src/worker/sweep.ts";
import { Interleaving } from "./interleave.ts";
import type { Behaviour } from "./fake-provider.ts";
import { confirmation, later, obligationId, openWorld, provideAll, type World } from "./world.ts";

const BEHAVIOURS: readonly Behaviour[] = ["takes", "takes", "refuses-for-now", "takes-unheard", "hears-nothing"];

const arbitraryRun = fc.record({
  workers: fc.integer({ min: 2, max: 4 }),
  rounds: fc.integer({ min: 1, max: 3 }),
  order: fc.infiniteStream(fc.nat({ max: 1000 })),
  kills: fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 3 }),
  behaviours: fc.array(fc.constantFrom(...BEHAVIOURS), { maxLength: 2 }),
  confirmAfter: fc.option(fc.nat({ max: 4 }), { nil: null }),
  canBeAsked: fc.boolean(),
});

/** What happened, in the order in which it did. */
type Happened = { readonly what: "claimed" | "sent" | "confirmed" | "taken"; readonly key: string };

const keyText = ({ obligation, attempt, channel }: AttemptKey): string => `${obligation} ${attempt} ${channel}`;

const watched = (store: ObligationStoreShape, happened: Happened[]): ObligationStoreShape => ({
  ...store,
  claimAttempt: (key, at) =>
    Effect.tap(store.claimAttempt(key, at), ({ kind }) =>
      Effect.sync(() => void (kind === "claimed" && happened.push({ what: "claimed", key: keyText(key) }))),
    ),
});

const watchedChannel = (
  channel: ChannelShape<"email">,
  happened: Happened[],
  onTaken: () => Effect.Effect<void>,
): ChannelShape<"email"> => ({
  method: channel.method,
  get canBeAsked() {
    return channel.canBeAsked;
  },
  ask: channel.ask,
  send: (message, key) =>
    Effect.gen(function* () {
      happened.push({ what: "sent", key });
      const answer = yield* channel.send(message, key);
      yield* onTaken();
      return answer;
    }),
});

/** The person answers what they got, at once: whatever is claimed after that must not be. */
const confirmNow = (world: World, happened: Happened[]) =>
  Effect.gen(function* () {
    const { obligation } = yield* world.store.find(obligationId(1));
    if (obligation.closedBy !== null) return;
    const command = confirmation(world.clock.now, `at-${obligation.revision}`);
    const expected = Revision.parse(obligation.revision);
    yield* world.store.advance({ obligation: obligation.id, expected, command });
    happened.push({ what: "confirmed", key: obligation.id });
  }).pipe(Effect.orDie);

describe("many workers on one store", () => {
  test.prop([arbitraryRun], { numRuns: 100 })(
    "claim each attempt once, send a claim once, repeat no confirmed notice and lose none",
    async ({ workers, rounds, order, kills, behaviours, confirmAfter, canBeAsked }) => {
      const world = await openWorld();
      world.provider.script.push(...behaviours);
      world.provider.canBeAsked = canBeAsked;
      const happened: Happened[] = [];
      let answersLeft = confirmAfter ?? Number.POSITIVE_INFINITY;
      const onTaken = () => {
        answersLeft -= 1;
        return answersLeft < 0 ? confirmNow(world, happened) : Effect.void;
      };
      const store = watched(world.store, happened);
      const email = watchedChannel(world.provider.channel("email"), happened, onTaken);
      const sms = world.provider.channel("sms");

      for (let round = 0; round < rounds; round += 1) {
        const interleaving = new Interleaving();
        const workOf = (worker: number) => () =>
          Effect.runPromise(
            provideAll(Effect.andThen(lookAtObligation(obligationId(1)), reconcileUnsettled), {
              ...world.services,
              store: interleaving.gated(worker, store),
              book: interleaving.gated(worker, world.services.book),
              channels: { email: interleaving.gated(worker, email), sms: interleaving.gated(worker, sms) },
            }),
          );
        const choose = (): number => order.next().value ?? 0;
        await interleaving.run(
          Array.from({ length: workers }, (_, worker) => workOf(worker)),
          choose,
          (step) => round === 0 && kills.includes(step),
        );
        world.clock.now = later(world.clock.now, 1800);
      }
      // Whatever was left lying is taken up by one worker that lives, by the record alone.
      const survivor = { ...world.services, store, channels: { email, sms } };
      for (let half = 0; half < 10; half += 1) {
        await Effect.runPromise(provideAll(lookAtObligation(obligationId(1)), survivor));
        await Effect.runPromise(provideAll(Effect.andThen(reconcileUnsettled, sweep), survivor));
        world.clock.now = later(world.clock.now, 1800);
      }

      const claimed = happened.flatMap(({ what, key }) => (what === "claimed" ? [key] : []));
      expect(new Set(claimed).size).toBe(claimed.length);
      const sent = world.provider.sends.map(({ key }) => key);
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent.length).toBeLessThanOrEqual(claimed.length);
      const confirmedAt = happened.findIndex(({ what }) => what === "confirmed");
      if (confirmedAt !== -1) expect(happened.slice(confirmedAt).map(({ what }) => what)).not.toContain("claimed");
      const { state } = await world.obligation(1);
      expect(confirmedAt === -1 ? ["with-person"] : ["confirmed"]).toContain(state);
      if (confirmedAt === -1) expect(world.provider.taken.size).toBeGreaterThan(0);
    },
  );
});
