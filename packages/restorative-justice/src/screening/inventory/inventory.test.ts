import { analyzeQuestion, prove } from "@victim-rights/rules/analysis";
import type { Property } from "@victim-rights/rules/analysis";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import parameters from "../screening-parameters.json" with { type: "json" };
import { openInventory } from "./inventory.ts";

const inventory = openInventory();
const { law, asOf, rules, items, compiled } = inventory;
const options = { asOf, enable: rules };

const verdictOn = (property: Property) => Result.getOrThrow(prove(law, property, options)).verdict;

describe("the built-in inventory", () => {
  test("has the nineteen items of the table, and four that refine one", () => {
    const keys = items.map(({ key }) => key);
    const numbered = Array.from({ length: 19 }, (_, at) => `s${String(at + 1).padStart(2, "0")}`);
    expect(keys.filter((key) => !key.includes("."))).toEqual(numbered);
    expect(keys.filter((key) => key.includes("."))).toEqual([
      "s01.other-family",
      "s04.recent",
      "s05.access-on-release",
      "s08.inside-look-back",
    ]);
  });

  test("has one rule for each item, every one of them deciding", () => {
    const tested = compiled.flatMap(({ model }) => model.rules.map(({ rule }) => rule.event.params["item"]));
    expect(tested).toHaveLength(items.length);
    expect(new Set(tested)).toEqual(new Set(items.map(({ key }) => key)));
    expect(compiled.flatMap(({ leftOut }) => leftOut)).toEqual([]);
    expect(compiled.map(({ engine }) => engine)).toEqual(compiled.map(() => "diagram"));
  });

  test("claims of no rule that its text was read, and calls each a policy", () => {
    const all = [...law.questions.values()].flatMap(({ file }) => file.rules);
    expect(new Set(all.map(({ verified }) => verified.status))).toEqual(new Set(["recalled"]));
    expect(new Set(all.map(({ basis }) => basis))).toEqual(new Set(["policy"]));
  });

  test("words its two times as the parameters have them", () => {
    expect([parameters.recentMonths, parameters.conductLookBackMonths]).toEqual([12, 12]);
    const timed = inventory.questions.filter(({ item }) => item === "s04.recent" || item === "s08.inside-look-back");
    for (const { asks } of timed) expect(asks).toContain("last twelve months");
  });

  test("asks each question in whole words, says why, and lets it be skipped", () => {
    expect(inventory.questions.map(({ item }) => item)).toEqual(items.map(({ key }) => key));
    for (const { asks, why, skippable } of inventory.questions)
      expect({ asks: asks.endsWith("?"), why: why.length > 20, skippable }).toEqual({
        asks: true,
        why: true,
        skippable: true,
      });
  });
});

describe("INV-08, proved on the diagrams", () => {
  test.each(law.properties.map((property) => [property.name, property] as const))("%s", (_name, property) => {
    expect(verdictOn(property)).toMatchObject({ kind: "proved", isVacuous: false });
  });

  const questions = [...law.questions.keys()];
  const upward = items.filter(({ positiveWhen }) => positiveWhen === "yes").map(({ key }) => key);

  test.each(questions)("no item turned to yes loses a ground of %s, whichever item it is", (question) => {
    expect(upward.length).toBe(22);
    const verdict = verdictOn({ name: "monotone", reason: "INV-08", question, neverLoses: upward });
    expect(verdict).toMatchObject({ kind: "proved", isVacuous: false });
  });

  test.each(questions.filter((question) => question !== "inventory/blocked"))(
    "the item asked the other way round is not read by %s",
    (question) => {
      const verdict = verdictOn({ name: "not read", reason: "INV-08", question, neverLoses: ["s18"] });
      expect(verdict).toMatchObject({ kind: "proved", isVacuous: true });
    },
  );

  test("the proof can fail: a yes to the item asked the other way round does lose its block", () => {
    const verdict = verdictOn({
      name: "refuted",
      reason: "the twin",
      question: "inventory/blocked",
      neverLoses: ["s18"],
    });
    expect(verdict).toMatchObject({ kind: "refuted" });
  });

  test.each(questions)("no rule of %s never fires or is set aside", (question) => {
    const asked = compiled.find((each) => each.question === question);
    const findings = asked === undefined ? null : analyzeQuestion(asked, { limit: 3 }).findings;
    const faults = findings?.rules.filter(({ kind }) => kind === "never-fires" || kind === "always-overridden");
    expect({ faults, conflicts: findings?.conflicts }).toEqual({ faults: [], conflicts: [] });
  });
});
