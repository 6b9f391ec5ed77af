import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { type AllocationFile, allocate, type ChoiceId, type Claim, type Payment } from "../src/index.ts";
import { claim, DAY, idOf, parsed, policy } from "./sample.ts";

const kind: Payment["kind"] = { purpose: "restitution", from: "payer", grade: "felony" };
const pay = (file: AllocationFile, cents: number, claims: readonly Claim[]) =>
  allocate(file, { cents, kind, asOf: DAY }, { claims });

const PRO_RATA = parsed([policy("shared", { kind: "pro-rata", by: "owed", oddCents: "listed-order" })]);

describe("allocate", () => {
  test("divides a payment with the policy, its citation and how it was checked", () => {
    const allocation = Result.getOrThrow(
      pay(PRO_RATA, 10_000, [claim("a1", 100_000), claim("b2", 50_000), claim("c3", 50_000)]),
    );
    expect(allocation).toEqual({
      parts: [
        { claim: "a1", cents: 5_000, at: { policy: idOf("shared"), path: "$.distribute" } },
        { claim: "b2", cents: 2_500, at: { policy: idOf("shared"), path: "$.distribute" } },
        { claim: "c3", cents: 2_500, at: { policy: idOf("shared"), path: "$.distribute" } },
      ],
      leftCents: 0,
      choices: [],
      grounds: [
        {
          policy: idOf("shared"),
          title: "shared",
          cites: [{ source: "sample-act", at: "1" }],
          verified: { status: "read", on: "2026-11-22" },
        },
      ],
    });
  });

  test.each([0, -1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])("refuses %s cents", (cents) => {
    const outcome = pay(PRO_RATA, cents, [claim("a1", 100)]);
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("AmountNotPositive");
  });

  test("refuses two claims of one id, of which it could not tell which was paid", () => {
    const outcome = pay(PRO_RATA, 100, [claim("a1", 100), claim("a1", 200)]);
    expect(Result.isFailure(outcome) && outcome.failure.message).toBe(
      "`a1`: given twice; give every claim an id of its own",
    );
  });

  test("hands back what no claim can take", () => {
    expect(Result.getOrThrow(pay(PRO_RATA, 500, [claim("a1", 300)])).leftCents).toBe(200);
    expect(Result.getOrThrow(pay(PRO_RATA, 500, [])).leftCents).toBe(500);
  });

  test("decides nothing by a policy whose text was not read, until it is turned on by name", () => {
    const file = parsed([
      { ...policy("recalled", { kind: "listed-order" }), verified: { status: "recalled", on: "2026-11-22" } },
    ]);
    const claims = [claim("a1", 300)];
    const off = pay(file, 100, claims);
    expect(Result.isFailure(off) && off.failure.message).toBe(
      "no order of payment of `xx-yy` decides this payment on 2026-11-22: `xx-yy/restitution/recalled` (no text of it was read; turn it on by name if the agency relies on it); hold the money, and have a person decide",
    );
    const on = allocate(file, { cents: 100, kind, asOf: DAY }, { claims, enable: [idOf("recalled")] });
    expect(Result.getOrThrow(on).parts).toHaveLength(1);
  });

  test("takes the first policy of the uses that fit the payment", () => {
    const file = {
      ...parsed([
        policy("first", { kind: "listed-order" }),
        policy("second", { kind: "equally", oddCents: "listed-order" }),
      ]),
      uses: [
        { for: { from: "inmate-account" as const }, policies: [idOf("second")] },
        { for: {}, policies: [idOf("first")] },
      ],
    };
    const claims = [claim("a1", 300), claim("b2", 300)];
    const from = (source: Payment["kind"]["from"]) =>
      Result.getOrThrow(
        allocate(file, { cents: 200, kind: { ...kind, from: source }, asOf: DAY }, { claims }),
      ).parts.map(({ cents }) => cents);
    expect(from("inmate-account")).toEqual([100, 100]);
    expect(from("payer")).toEqual([200]);
  });

  describe("where the law leaves it open", () => {
    const open = parsed(
      [
        policy("open", {
          kind: "discretion",
          choice: "which-first",
          options: {
            listed: { kind: "listed-order" },
            shared: { kind: "pro-rata", by: "owed", oddCents: "listed-order" },
          },
        }),
      ],
      [
        {
          id: "which-first",
          why: "the sample law does not say who comes first",
          options: [
            { id: "listed", title: "as listed" },
            { id: "shared", title: "in proportion" },
          ],
        },
      ],
    );
    const two = [claim("a1", 300), claim("b2", 300)];
    const choices = (option: string) => new Map([["which-first" as ChoiceId, option as ChoiceId]]);

    test("holds the money and names the choice, its options and the place", () => {
      const outcome = pay(
        open,
        4_167,
        two.map((each) => ({ ...each, owedCents: (each.owedCents * 100) as Claim["owedCents"] })),
      );
      expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
        _tag: "DiscretionNeeded",
        heldCents: 4_167,
        at: { policy: idOf("open"), path: "$.distribute" },
        message:
          "$41.67 held: the sample law does not say who comes first; record a choice of `which-first`: `listed` (as listed) or `shared` (in proportion)",
      });
    });

    test("asks nothing where every option gives everybody the same", () => {
      expect(Result.getOrThrow(pay(open, 600, two)).parts.map(({ cents }) => cents)).toEqual([300, 300]);
      expect(Result.getOrThrow(pay(open, 200, two.slice(0, 1))).parts.map(({ cents }) => cents)).toEqual([200]);
    });

    test("follows a recorded choice and tells of it", () => {
      const allocation = allocate(open, { cents: 200, kind, asOf: DAY }, { claims: two, choices: choices("shared") });
      expect(Result.getOrThrow(allocation)).toMatchObject({
        parts: [{ cents: 100 }, { cents: 100 }],
        choices: [{ choice: "which-first", option: "shared" }],
      });
    });

    test("refuses a choice that the file does not offer", () => {
      const outcome = allocate(open, { cents: 200, kind, asOf: DAY }, { claims: two, choices: choices("sharde") });
      expect(Result.isFailure(outcome) && outcome.failure.message).toBe(
        "no option `sharde` of `which-first`: write one of `listed`, `shared`",
      );
    });
  });
});
