import * as Result from "effect/Result";
import { Engine } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import { decide } from "../decide/decide.ts";
import { engineRule, referenceHolds } from "./reference-holds.ts";

const rule = sampleRule("xx-yy/notice/not-a-death", {
  all: [{ fact: "event.kind", operator: "notEqual", value: "death" }],
});

describe("json-rules-engine", () => {
  test("loses the answers of a run that a shorter run of the same engine overlaps, without an error", async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const always = { all: [{ fact: "ready", operator: "equal", value: true }] };
    const engine = new Engine([
      { name: "first", priority: 2, conditions: always, event: { type: "held" } },
      { name: "second", priority: 1, conditions: always, event: { type: "held" } },
    ]);
    engine.addFact("ready", async (_, almanac) => {
      if (await almanac.factValue("waits")) await gate;
      return true;
    });
    const slow = engine.run({ waits: true });
    const quick = await engine.run({ waits: false });
    open();
    const names = ({ results, failureResults }: Awaited<typeof slow>) =>
      [...results, ...failureResults].map(({ name }) => name);
    expect(names(quick)).toEqual(["first", "second"]);
    expect(names(await slow)).toEqual(["first"]);
  });

  test("lets a missing fact satisfy notEqual, where we say that it cannot be told", async () => {
    const lax = new Engine([engineRule(rule)], { allowUndefinedFacts: true });
    expect((await lax.run({})).results).toHaveLength(1);
    const law = sampleLaw(SMALL_FACTS, { notice: [rule] });
    const compiled = Result.getOrThrow(compileQuestion(law, "notice", { asOf: SAMPLE_DAY }));
    expect(Result.getOrThrow(decide(compiled, {})).answer).toBe("undetermined");
  });
});

describe("referenceHolds", () => {
  test("refuses facts that are not complete", async () => {
    await expect(referenceHolds([rule], {})).rejects.toThrow("event.kind");
  });

  test("loses nothing when many runs overlap", async () => {
    const kinds = ["release", "escape", "hearing", "death"];
    const holding = await Promise.all(kinds.map((kind) => referenceHolds([rule], { "event.kind": kind })));
    expect(holding.map((held) => held.size)).toEqual([1, 1, 1, 0]);
  });
});
