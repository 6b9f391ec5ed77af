import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { loadAllocation } from "../src/index.ts";
import { policy, sampleFile, sampleState } from "./sample.ts";

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

  test("refuses a step that it does not know, where it stands", () => {
    expect(problemsIn(sampleFile([policy("first", { kind: "listed-odrer" })]))[0]?.[1]).toContain(
      "$.policies[0].distribute",
    );
  });
});
