import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import type { Rule } from "../file/rule-file.ts";
import type { Chart } from "./chart.ts";
import { chartOfQuestion } from "./chart-of-question.ts";

const when = (fact: string): Rule["conditions"] => ({ all: [{ fact, operator: "equal", value: true }] });

const rule = (name: string, fact: string, change: Partial<Rule> = {}): Rule =>
  sampleRule(`xx-yy/notice/${name}`, when(fact), { title: name, ...change });

/** The overview of a question with the given rules, which may read the question `scope`. */
const overview = (...rules: readonly Rule[]): Chart => {
  const scope = [sampleRule("xx-yy/scope/one", when("person.adult"))];
  const law = sampleLaw(SMALL_FACTS, { notice: [...rules], scope });
  return chartOfQuestion(Result.getOrThrow(compileQuestion(law, "notice", { asOf: SAMPLE_DAY })), { maxNodes: 1 })
    .chart;
};

const linesOf = ({ nodes, edges }: Chart): readonly string[] => {
  const textOf = (id: string) => nodes.find((node) => node.id === id)?.text;
  return edges.map(({ from, to, label }) => `${textOf(from)} ${label === "" ? "->" : label} ${textOf(to)}`);
};

const detailsOf = ({ nodes }: Chart): readonly string[] =>
  nodes.flatMap((node) => (node.kind === "box" ? [`${node.subject}: ${node.detail}`] : []));

describe("the overview of a question", () => {
  test("leads from the question to its rules, to what they set aside and to the questions they read", () => {
    const denial = rule("c", "person.hurt", { effect: "deny", overrides: ["xx-yy/notice/a"] });
    expect(linesOf(overview(rule("a", "scope"), rule("b", "person.written"), denial))).toEqual([
      "notice -> a",
      "a -> scope",
      "notice -> b",
      "notice -> c",
      "c sets aside a",
    ]);
  });

  test("says in words of a denial that it sets every grant aside", () => {
    const overrides = ["xx-yy/notice/a", "xx-yy/notice/b"];
    const denial = rule("c", "person.hurt", { effect: "deny", overrides });
    const chart = overview(rule("a", "person.adult"), rule("b", "person.written"), denial);
    expect(linesOf(chart)).not.toContain("c sets aside a");
    expect(detailsOf(chart).at(-1)).toBe("denial: denies, and sets every grant aside: Sample Act.c");
  });

  test("marks what decides nothing on the day, and why", () => {
    const until = LocalDate.parse("2024-01-01");
    const chart = overview(
      rule("a", "person.adult", { verified: { status: "recalled", on: SAMPLE_DAY } }),
      rule("b", "person.adult", { basis: "policy" }),
      rule("c", "person.adult", { inForce: { from: null, until } }),
      rule("d", "person.adult"),
    );
    expect(detailsOf(chart).slice(1)).toEqual([
      "off: grants (off: from memory): Sample Act.a",
      "off: grants (off: policy): Sample Act.b",
      "off: grants (not law that day): Sample Act.c",
      "grant: grants: Sample Act.d",
    ]);
  });
});
