import { fc, test } from "@fast-check/vitest";
import { addMinutes, type Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { expect } from "vitest";
import { admitBatch, bulkGuard, type BulkGuard, type FeedChange, settleHold } from "../../src/index.ts";
import { NOW } from "../records.ts";
import { change, decisionOf, JAIL, limitOf } from "./feed-changes.ts";

const LIMIT = limitOf(4);
const batch = fc.array(
  fc.integer({ min: 0, max: 12 }).map((person) => change(person)),
  { maxLength: 7 },
);
const step = fc.record({ batch, minutes: fc.integer({ min: 0, max: 40 }), settles: fc.boolean() });
type Step = { readonly batch: readonly FeedChange[]; readonly minutes: number; readonly settles: boolean };

type Told = { readonly change: FeedChange; readonly at: Instant };
type Run = {
  readonly guard: BulkGuard;
  readonly now: Instant;
  readonly unasked: readonly Told[];
  readonly confirmed: readonly FeedChange[];
};

const START: Run = { guard: bulkGuard(JAIL), now: NOW, unasked: [], confirmed: [] };

const take = ({ guard, now: before, unasked, confirmed }: Run, { batch: changes, minutes, settles }: Step): Run => {
  const now = addMinutes(before, minutes);
  const admitted = admitBatch(guard, changes, { limit: LIMIT, now });
  if (guard.hold !== null) expect(admitted.pass).toEqual([]);
  const told = [...unasked, ...admitted.pass.map((each) => ({ change: each, at: now }))];
  const { hold } = admitted.guard;
  if (!settles || hold === null) return { guard: admitted.guard, now, unasked: told, confirmed };
  const settled = Result.getOrThrow(settleHold(admitted.guard, hold.number, decisionOf("true-change")));
  return { guard: settled.guard, now, unasked: told, confirmed: [...confirmed, ...settled.pass] };
};

const peopleToldWithin = (unasked: readonly Told[], until: Instant): number =>
  new Set(
    unasked
      .filter(({ at }) => at <= until && addMinutes(at, LIMIT.windowMinutes) > until)
      .map((each) => each.change.supervisedPersonId),
  ).size;

test.prop([fc.array(step, { maxLength: 12 })], { numRuns: 2000 })(
  "every change goes on or waits, and without a person's word no more people than the limit within any window",
  (steps) => {
    const { guard, unasked, confirmed } = steps.reduce(take, START);
    const kept = [...unasked.map((told) => told.change), ...confirmed, ...(guard.hold?.changes ?? [])];
    const came = steps.flatMap((each) => each.batch);
    expect(kept).toHaveLength(came.length);
    expect(new Set(kept)).toEqual(new Set(came));
    for (const { at } of unasked) expect(peopleToldWithin(unasked, at)).toBeLessThanOrEqual(LIMIT.people);
  },
);
