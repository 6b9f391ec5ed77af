import { fc, test } from "@fast-check/vitest";
import { NoticeActorId, RecordRef } from "@victim-rights/notification";
import { describe, expect } from "vitest";
import type { IdempotencyKey } from "../src/channel/idempotency-key.ts";
import type { DeliveryReport } from "../src/receipt/delivery-report.ts";
import { takeReport } from "../src/receipt/take-report.ts";
import { outcomesOf, report, reportWorld } from "./report-world.ts";
import { later, START } from "./world.ts";

const BY = NoticeActorId.parse("mail");
const ATTEMPTS = 2;

type Word = { readonly attempt: number; readonly kind: DeliveryReport["said"]["kind"]; readonly second: number };

/** What a provider says over time, no two words at one moment. */
const words = fc.uniqueArray(
  fc.record({
    attempt: fc.integer({ min: 0, max: ATTEMPTS - 1 }),
    kind: fc.constantFrom<Word["kind"]>("delivered", "failed", "passing"),
    second: fc.integer({ min: 200, max: 3000 }),
  }),
  { selector: ({ second }) => second, minLength: 1, maxLength: 6 },
);

const reportOf = (keys: readonly IdempotencyKey[], { attempt, kind, second }: Word): DeliveryReport => {
  const key = keys[attempt] ?? expect.fail("each attempt has a key");
  const said = kind === "failed" ? ({ kind, why: "not-stated" } as const) : { kind };
  return report(key, { at: later(START, second), record: RecordRef.parse(`report-${second}`), said });
};

describe("reports that come back", () => {
  test.prop([words, fc.infiniteStream(fc.nat())], { numRuns: 400 })(
    "lead to the same whatever order they come in and however often",
    async (said, chances) => {
      const world = await reportWorld(ATTEMPTS);
      const twice = [...said, ...said].map((word) => ({ word, place: chances.next().value as number }));
      for (const { word } of twice.toSorted((a, b) => a.place - b.place))
        await world.run(takeReport(reportOf(world.keys, word), BY));
      const lasting = said.filter(({ kind }) => kind !== "passing").toSorted((a, b) => a.second - b.second);
      const expected = Array.from({ length: ATTEMPTS }, (_, attempt) => {
        const last = lasting.findLast((word) => word.attempt === attempt);
        return last === undefined ? "sent" : last.kind === "delivered" ? "delivered" : "undeliverable";
      });
      expect(outcomesOf(await world.obligation())).toEqual(expected);
    },
  );
});
