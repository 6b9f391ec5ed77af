import { prove, type Property } from "@victim-rights/rules/analysis";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { GATE_IDS } from "../src/gate/gates.ts";
import { gates } from "./dialogue/stage.ts";

const { law, asOf, byGate, statable } = gates;
const questions = [...byGate.values()].flat();
const enable = questions.flatMap(({ rules }) => rules.map(({ id }) => id));
const verdictOn = (property: Property) => Result.getOrThrow(prove(law, property, { asOf, enable })).verdict;

describe("what is proved of the gates, on their diagrams", () => {
  test.each(law.properties.map((property) => [property.name, property] as const))("%s", (_name, property) => {
    expect(verdictOn(property)).toMatchObject({ kind: "proved", isVacuous: false });
  });

  const harms = ["order.active", "conduct.against-victim", "accountability.shifts-blame", "benefit.sought"];

  test.each(harms)("%s is read by one question, and so can help in none", (fact) => {
    expect(questions.filter(({ reads }) => reads.includes(fact))).toHaveLength(1);
  });

  test("a proof can fail: an order would be found to help if it did", () => {
    const property = { name: "the twin", reason: "INV-10", question: "gate/g10-no-active-order" };
    expect(verdictOn({ ...property, neverLoses: ["order.active"] })).toMatchObject({ kind: "refuted" });
  });
});

describe("the gates' rule files", () => {
  test("there is one gate for each of G01 to G20, and a first look for orders and screening", () => {
    expect([...byGate.keys()].toSorted()).toEqual([...GATE_IDS, "G10.first", "G12.first"].toSorted());
  });

  test("claim of no rule that it is law or was read as such, and say of each what was", () => {
    const rules = questions.flatMap((question) => question.rules);
    expect(new Set(rules.map(({ basis }) => basis))).toEqual(new Set(["policy"]));
    expect(rules.filter(({ verified }) => verified.status === "read")).toEqual([]);
    for (const { cites, verified } of rules) {
      expect(cites).toContainEqual({ source: "house-design" });
      expect(verified.note).toMatch(/house design|this project's choice/iu);
      expect(verified.status === "recalled" || cites.length > 1).toBe(true);
    }
  });

  test("every fact is read by a gate, and every one that is read has words for what lifts it", () => {
    const read = new Set(questions.flatMap(({ reads }) => reads));
    expect(law.profile.facts.map(({ name }) => name).filter((name) => !read.has(name))).toEqual([]);
    const silent = questions.flatMap(({ reads, lifts }) => reads.filter((fact) => lifts[fact] === undefined));
    expect(silent).toEqual(["offence.unprosecuted-taken", "dialogue.needs-special-training"]);
  });

  test("every source is cited, and every fact that is stated is asked as a question", () => {
    const cited = new Set(
      questions.flatMap(({ rules }) => rules.flatMap(({ cites }) => cites.map(({ source }) => source))),
    );
    expect(law.profile.sources.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
    expect(
      [...statable.values()].filter(({ question, type }) => !question.endsWith("?") || type !== "boolean"),
    ).toEqual([]);
  });
});
