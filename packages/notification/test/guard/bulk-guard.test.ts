import { addMinutes } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { admitBatch, bulkGuard, settleHold } from "../../src/index.ts";
import { NOW } from "../records.ts";
import { change, changesOf, decisionOf, JAIL, limitOf } from "./feed-changes.ts";

const empty = bulkGuard(JAIL);
const limit = limitOf(20);

describe("a bulk change", () => {
  test("Oregon 2015: a refresh that flips 1,891 people sends nothing until a person confirms", () => {
    const refresh = changesOf(1891);
    const admitted = admitBatch(empty, refresh, { limit, now: NOW });
    expect(admitted.pass).toEqual([]);
    expect(admitted.held).toEqual(refresh);
    const more = admitBatch(admitted.guard, changesOf(1, 5000), { limit, now: addMinutes(NOW, 600) });
    expect(more.pass).toEqual([]);
    expect(more.guard.hold).toMatchObject({ number: 1, feed: JAIL, openedAt: NOW });
    expect(more.guard.hold?.changes).toHaveLength(1892);
    const confirmed = Result.getOrThrow(settleHold(more.guard, 1, decisionOf("true-change")));
    expect(confirmed.pass).toEqual([...refresh, ...changesOf(1, 5000)]);
    const fault = Result.getOrThrow(settleHold(more.guard, 1, decisionOf("feed-fault")));
    expect(fault.pass).toEqual([]);
    expect(admitBatch(fault.guard, changesOf(1), { limit, now: addMinutes(NOW, 601) }).pass).toHaveLength(1);
  });

  test("counts people and not rows, over the window and not the batch", () => {
    const same = Array.from({ length: 50 }, () => change(1));
    expect(admitBatch(empty, same, { limit: limitOf(1), now: NOW }).held).toEqual([]);
    const first = admitBatch(empty, changesOf(15), { limit, now: NOW });
    const within = { limit, now: addMinutes(NOW, 59) };
    expect(admitBatch(first.guard, changesOf(6, 100), within).held).toHaveLength(6);
    expect(admitBatch(first.guard, changesOf(6, 100), { limit, now: addMinutes(NOW, 60) }).held).toEqual([]);
  });

  test("lets an urgent kind through while a refresh is held, unless that too is too many", () => {
    const urgent = limitOf(2, ["escape"]);
    const batch = [...changesOf(9), change(50, "escape")];
    const admitted = admitBatch(empty, batch, { limit: urgent, now: NOW });
    expect(admitted.pass).toEqual([change(50, "escape")]);
    const escapes = [51, 52].map((person) => change(person, "escape"));
    expect(admitBatch(admitted.guard, escapes, { limit: urgent, now: NOW }).held).toEqual(escapes);
  });

  test("of a feed without a limit is held whole", () => {
    expect(admitBatch(empty, [change(1)], { limit: null, now: NOW }).held).toEqual([change(1)]);
  });

  test("is let go by a person of the agency and by nothing else", () => {
    const { guard } = admitBatch(empty, changesOf(30), { limit, now: NOW });
    const tagOf = (number: number, role: string) => {
      const settled = settleHold(guard, number, decisionOf("true-change", role));
      return Result.isFailure(settled) ? settled.failure._tag : null;
    };
    expect([tagOf(1, "system"), tagOf(1, "channel"), tagOf(2, "staff"), tagOf(1, "staff")]).toEqual([
      "HoldNeedsPerson",
      "HoldNeedsPerson",
      "HoldNotOpen",
      null,
    ]);
  });
});
