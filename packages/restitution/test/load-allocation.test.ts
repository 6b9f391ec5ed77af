import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { loadAllocation } from "../src/index.ts";
import { policy, sampleFile, sampleState } from "./sample.ts";
import { term } from "./terms-sample.ts";

const problemsIn = (file: object, state: Pick<Law, "id" | "profile"> = sampleState) => {
  const loaded = loadAllocation(JSON.stringify(file), state);
  return Result.isFailure(loaded)
    ? loaded.failure.problems.map(({ code, path, problem, fix }) => [code, path, problem, fix])
    : [];
};

describe("loadAllocation", () => {
  test("reads a sound file", () => {
    expect(problemsIn(sampleFile([policy("first", { kind: "listed-order" })]))).toEqual([]);
  });

  test("refuses shares that do not add up, and says what to write", () => {
    const parts = [3_000, 6_000].map((basisPoints) => ({ basisPoints, to: { kind: "listed-order" } }));
    const file = sampleFile([policy("first", { kind: "shares", parts, unused: "to-the-others" })]);
    expect(problemsIn(file)).toEqual([
      [
        "wrong-shape",
        "$.policies[0].distribute.parts",
        "the value does not fit",
        "write basis points that add up to 10000",
      ],
    ]);
  });

  test("refuses a policy that leads back to itself, directly or through another", () => {
    const file = sampleFile([
      policy("first", { kind: "in-order", steps: [{ kind: "policy", policy: "xx-yy/restitution/second" }] }),
      policy("second", {
        kind: "classes",
        classes: ["victim"],
        to: { kind: "policy", policy: "xx-yy/restitution/first" },
      }),
      policy("third", { kind: "policy", policy: "xx-yy/restitution/first" }),
    ]);
    expect(problemsIn(file).map(([code, path]) => [code, path])).toEqual([
      ["policy-cycle", "$.policies[0].distribute"],
      ["policy-cycle", "$.policies[1].distribute"],
    ]);
  });

  test("tells every name that is not there at once", () => {
    const file = {
      ...sampleFile([
        { ...policy("first", { kind: "policy", policy: "xx-yy/restitution/frist" }), cites: [{ source: "code-2" }] },
        policy("first", { kind: "listed-order" }),
      ]),
      jurisdiction: "xx-zz",
      uses: [{ for: {}, policies: ["xx-yy/restitution/none"] }],
    };
    expect(problemsIn(file).map(([code, path]) => [code, path])).toEqual([
      ["jurisdiction-differs", "$.jurisdiction"],
      ["rule-id-differs", "$.policies[0].id"],
      ["duplicate-id", "$.policies[0].id"],
      ["unknown-source", "$.policies[0].cites[0].source"],
      ["unknown-rule", "$.policies[0].distribute.policy"],
      ["rule-id-differs", "$.policies[1].id"],
      ["duplicate-id", "$.policies[1].id"],
      ["unknown-rule", "$.uses[0].policies[0]"],
    ]);
  });

  describe("of what is left open", () => {
    const which = (more: object = {}) => ({
      id: "which",
      why: "the sample law does not say",
      options: ["one", "other"].map((id) => ({ id, title: id })),
      ...more,
    });
    const listed = { kind: "listed-order" };
    const open = (choice: string, options: object) => policy("first", { kind: "discretion", choice, options });
    const placesIn = (file: object) => problemsIn(file).map(([code, path]) => [code, path]);

    test("wants it stated once, with a way for each option and no other", () => {
      const both = { one: listed, other: listed };
      expect(placesIn(sampleFile([open("which", both)], [which()]))).toEqual([]);
      expect(placesIn(sampleFile([open("which", both)], []))).toEqual([
        ["unknown-rule", "$.policies[0].distribute.choice"],
      ]);
      expect(placesIn(sampleFile([open("which", { one: listed, othre: listed })], [which()]))).toEqual([
        ["unknown-rule", "$.policies[0].distribute.options"],
      ]);
      expect(placesIn(sampleFile([open("which", both)], [which(), which({ id: "never" })]))).toEqual([
        ["unknown-rule", "$.choices[1].id"],
      ]);
    });

    test("refuses an option named twice", () => {
      const twice = which({ options: ["one", "one"].map((id) => ({ id, title: id })) });
      expect(placesIn(sampleFile([open("which", { one: listed })], [twice]))).toContainEqual([
        "duplicate-id",
        "$.choices[0]",
      ]);
    });
  });

  describe("of the terms", () => {
    const rounding = (ids: readonly string[]) => ({
      id: "rounding",
      why: "the sample law does not say",
      options: ids.map((id) => ({ id, title: id })),
    });
    const percent = (more: object = {}) => ({
      kind: "percent",
      basisPoints: 1_000,
      minimumCents: 500,
      maximumCents: null,
      fraction: { choice: "rounding" },
      ...more,
    });
    const fixed = { kind: "fixed", cents: 2_500 };
    const fee = (own: object, more: object = {}) =>
      term("fee", {
        when: { kind: "order-entered" },
        mandatory: true,
        class: "court-cost",
        payee: "court",
        fee: own,
        ...more,
      });
    const loss = (name: string, more: object = {}) =>
      term(name, { categories: ["medical"], effect: "counts", ...more });
    const file = (sections: object, choices: readonly object[] = []) => ({
      ...sampleFile([policy("first", { kind: "listed-order" })], choices),
      ...sections,
    });
    const placesIn = (given: object) => problemsIn(given).map(([code, path]) => [code, path]);

    test("gives empty sections to a file that has none", () => {
      const loaded = Result.getOrThrow(loadAllocation(JSON.stringify(file({})), sampleState));
      expect([loaded.losses, loaded.fees, loaded.disbursement, loaded.unclaimed]).toEqual([[], [], [], []]);
      expect([loaded.directPayment, loaded.delinquency, loaded.duration]).toEqual([[], [], []]);
    });

    test("tells every fault of every section at once", () => {
      const given = file({
        losses: [
          loss("first"),
          loss("other", { cites: [{ source: "code-2" }], inForce: { from: "2021-01-01", until: "2020-01-01" } }),
        ],
        fees: [{ ...fee(percent()), id: "xx-zz/restitution/fee", reviewedOn: "2026-11-21" }],
      });
      expect(placesIn(given)).toEqual([
        ["duplicate-id", "$.policies[0].id"],
        ["duplicate-id", "$.losses[0].id"],
        ["unknown-source", "$.losses[1].cites[0].source"],
        ["period-reversed", "$.losses[1].inForce"],
        ["rule-id-differs", "$.fees[0].id"],
        ["reviewed-before-read", "$.fees[0].reviewedOn"],
        ["unknown-rule", "$.fees[0].fee.fraction.choice"],
      ]);
    });

    test("wants the choice of a fee stated, with ways to round for options", () => {
      const tiers = {
        kind: "tiers",
        tiers: [
          { belowCents: 10_000, fee: fixed },
          { belowCents: null, fee: percent() },
        ],
      };
      expect(problemsIn(file({ fees: [fee(tiers)] }, [rounding(["down", "up"])]))).toEqual([]);
      expect(problemsIn(file({ fees: [fee(tiers)] }, [rounding(["down", "upwards"])]))).toEqual([
        [
          "unknown-rule",
          "$.fees[0].fee.tiers[1].fee.fraction.choice",
          "`upwards` of `rounding` is no way to round a fraction of a cent",
          "give it options of `down`, `half-up`, `up` only",
        ],
      ]);
      expect(placesIn(file({ fees: [fee(percent({ fraction: "up" }))] }, [rounding(["down", "up"])]))).toEqual([
        ["unknown-rule", "$.choices[0].id"],
      ]);
    });

    const tiersOf = (...bounds: readonly (number | null)[]) => ({
      kind: "tiers",
      tiers: bounds.map((belowCents) => ({ belowCents, fee: fixed })),
    });
    const rise = "write bounds that rise from tier to tier, and `null` for the last";

    test.each([
      ["tiers that fall", tiersOf(200, 100, null), "$.fees[0].fee.tiers", rise],
      ["two tiers of one bound", tiersOf(100, 100, null), "$.fees[0].fee.tiers", rise],
      ["no open tier", tiersOf(100, 200), "$.fees[0].fee.tiers", rise],
      ["an open tier in the middle", tiersOf(100, null, null), "$.fees[0].fee.tiers", rise],
      [
        "a maximum below the minimum",
        percent({ maximumCents: 499 }),
        "$.fees[0].fee.maximumCents",
        "write a maximum that is not below the minimum",
      ],
    ])("refuses %s", (_, own, path, fix) => {
      expect(problemsIn(file({ fees: [fee(own)] }))).toEqual([["wrong-shape", path, "the value does not fit", fix]]);
    });

    test.each([0, 10_001, 0.5])("refuses %s basis points", (basisPoints) => {
      expect(placesIn(file({ fees: [fee(percent({ basisPoints }))] }))).toContainEqual([
        "wrong-shape",
        "$.fees[0].fee.basisPoints",
      ]);
    });

    test("refuses a split that does not add up", () => {
      const split = [1_000, 1_400].map((cents) => ({ cents, to: null }));
      expect(problemsIn(file({ fees: [fee(fixed, { split })] }))[0]).toEqual([
        "wrong-shape",
        "$.fees[0].split",
        "the value does not fit",
        "write parts that add up to the fee, and split only a fixed one",
      ]);
    });

    test("wants a reading of the month where money goes out monthly", () => {
      const monthly = term("monthly", { by: "court", tiers: [{ upToCents: null, pace: "monthly" }] });
      expect(problemsIn(file({ disbursement: [monthly] }))[0]?.slice(1)).toEqual([
        "$.disbursement[0].months",
        "the value does not fit",
        "write how months are counted, and by whose reading",
      ]);
    });
  });

  test("refuses a step that it does not know, where it stands", () => {
    expect(problemsIn(sampleFile([policy("first", { kind: "listed-odrer" })]))[0]?.[1]).toContain(
      "$.policies[0].distribute",
    );
  });
});
