import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { type Cents } from "@victim-rights/core";
import { append, Entry, entriesOf, GENESIS, openLedger, seal, type SealedEntry, verify } from "../../src/index.ts";
import { after, payment, sampleLedger } from "./sample-ledger.ts";

const ledger = after(sampleLedger(), payment(12_501), payment(500), { do: "run-disbursement", minimum: "none" });
const sealed = seal(entriesOf(ledger));
const broken = (changed: readonly SealedEntry[]) => {
  const verified = verify(changed);
  return Result.isFailure(verified) ? [verified.failure.seq, verified.failure.why] : null;
};

describe("the chain of entries", () => {
  test("verifies as it was sealed, in one piece or in two", () => {
    const head = Result.getOrThrow(verify(sealed));
    expect(head).toEqual({ seq: ledger.length, hash: sealed.at(-1)?.hash });
    const half = Result.getOrThrow(verify(sealed.slice(0, 4)));
    expect(verify(sealed.slice(4), half)).toEqual(Result.succeed(head));
    expect(seal(entriesOf(ledger).slice(4), half)).toEqual(sealed.slice(4));
    expect(verify([])).toEqual(Result.succeed(GENESIS));
  });

  test("names the first entry that was changed, by a cent or in its paper", () => {
    const changed = sealed.map((each, place) =>
      place === 7
        ? {
            ...each,
            entry: {
              ...each.entry,
              transfers: each.entry.transfers.map((moved) => ({ ...moved, cents: (moved.cents + 1) as Cents })),
            },
          }
        : each,
    );
    expect(broken(changed)).toEqual([8, "hash-differs"]);
  });

  test("names the place of an entry that was dropped, doubled or moved", () => {
    expect(broken(sealed.toSpliced(3, 1))).toEqual([4, "out-of-place"]);
    expect(broken(sealed.toSpliced(3, 0, ...sealed.slice(3, 4)))).toEqual([5, "out-of-place"]);
    expect(broken([...sealed.slice(1), ...sealed.slice(0, 1)])).toEqual([1, "out-of-place"]);
  });

  test("does not depend on the order of keys: an entry read back verifies", () => {
    const turned = sealed.map(({ entry, hash }) => ({
      hash,
      entry: Entry.parse(Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(entry)) as object).toReversed())),
    }));
    expect(Result.isSuccess(verify(turned))).toBe(true);
  });
});

describe("append", () => {
  test("refuses entries that do not follow, and says which was expected", () => {
    const entries = entriesOf(ledger);
    const outcome = append(openLedger(ledger.law), entries.toSpliced(2, 1));
    expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
      _tag: "EntryOutOfPlace",
      seq: 4,
      expected: 3,
    });
  });
});
