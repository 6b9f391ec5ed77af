import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import type { Leaf } from "../file/condition.ts";
import type { Rule } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { diffLaws, differs } from "./diff-laws.ts";
import type { QuestionDiff } from "./question-diff.ts";

const is = (fact: string, value: Leaf["value"], operator: Leaf["operator"] = "equal"): Leaf => ({
  fact,
  operator,
  value,
});
const rule = (name: string, all: readonly Leaf[], change: Partial<Rule> = {}): Rule =>
  sampleRule(`xx-yy/notice/${name}`, { all: [...all] }, change);
const ADULT = is("person.adult", true);

/** A law that knows a fact within this domain. */
const knowing = (fact: "event.kind" | "person.age", domain: object, ...rules: Rule[]): Law => {
  const facts = SMALL_FACTS.map((each) => (each.name === fact ? ({ ...each, ...domain } as FactDefinition) : each));
  return sampleLaw(facts, { notice: rules });
};

/** Compares two laws of which one knows more: that is a difference in any case. */
const compare = (left: Law, right: Law): QuestionDiff => {
  const sides = { left: { law: left, asOf: SAMPLE_DAY }, right: { law: right, asOf: SAMPLE_DAY } };
  const diff = Result.getOrThrow(diffLaws(sides));
  expect(differs(diff)).toBe(true);
  const [question] = diff.questions;
  if (question === undefined) throw new Error("both laws answer the question");
  return question;
};

describe("diffQuestions", () => {
  test("tells whom a value that is added with its rule reaches, and does not call the rule idle", () => {
    const known = rule("a", [is("event.kind", "escape")]);
    const added = rule("b", [is("event.kind", "transfer"), ADULT]);
    const diff = compare(
      knowing("event.kind", { values: ["escape", "release"] }, known),
      knowing("event.kind", { values: ["escape", "release", "transfer"] }, known, added),
    );
    expect([diff.differences, diff.texts]).toEqual([[], []]);
    expect(diff.oneSided).toEqual([
      {
        side: "right",
        answer: "yes",
        grounds: ["xx-yy/notice/b"],
        regions: [
          {
            tests: expect.any(Array),
            words: "event.kind: transfer; person.adult: yes",
            share: expect.closeTo(1 / 6),
            witness: {
              facts: { "event.kind": "transfer", "person.adult": true },
              answer: "yes",
              grounds: ["xx-yy/notice/b"],
            },
          },
        ],
        more: false,
      },
    ]);
    expect(diff.notCompared).toEqual([{ rule: "xx-yy/notice/b", on: "right", changed: [], off: false, period: null }]);
  });

  test("tells whom a longer domain of numbers reaches, and a contradiction there", () => {
    const younger = rule("a", [is("person.age", 2, "greaterThan")]);
    const narrowed = rule("a", [is("person.age", 2, "greaterThan"), is("person.age", 15, "lessThan")]);
    const denial = rule("z", [is("person.age", 12, "greaterThan")], { effect: "deny" });
    const diff = compare(
      knowing("person.age", { max: 10 }, younger),
      knowing("person.age", { max: 20 }, narrowed, denial),
    );
    expect(diff.differences).toEqual([]);
    expect(
      diff.oneSided.map(({ side, answer, grounds, regions }) => [side, answer, grounds, regions[0]?.words]),
    ).toEqual([
      ["right", "yes", ["xx-yy/notice/a"], "person.age: 11 to 12 years"],
      ["right", "conflict", [], "person.age: 13 to 14 years"],
    ]);
    expect(diff.texts).toEqual([]);
    expect(diff.notCompared.map(({ rule: id, changed }) => [id, changed])).toEqual([
      ["xx-yy/notice/a", ["conditions"]],
      ["xx-yy/notice/z", []],
    ]);
  });

  test("does not call idle what follows for people whom one side alone knows", () => {
    const onlyThere = [is("event.kind", "escape", "notEqual"), is("event.kind", "release", "notEqual")];
    const event = (days: number) => ({ type: "sample-right", params: { days } });
    const diff = compare(
      knowing("event.kind", { values: ["escape", "release"] }, rule("a", onlyThere, { event: event(3) })),
      knowing("event.kind", { values: ["escape", "release", "death"] }, rule("a", onlyThere, { event: event(5) })),
    );
    expect([diff.differences, diff.texts]).toEqual([[], []]);
    expect(diff.notCompared.map(({ rule: id, changed }) => [id, changed])).toEqual([["xx-yy/notice/a", ["days"]]]);
  });

  test("calls conditions the same for everyone that test nothing of which one side knows less", () => {
    const byKind = rule("a", [is("event.kind", "escape")]);
    const otherwise = { ...rule("b", []), conditions: { not: { any: [is("person.adult", false)] } } };
    const diff = compare(
      knowing("event.kind", { values: ["escape", "release"] }, byKind, rule("b", [ADULT])),
      knowing("event.kind", { values: ["escape"] }, byKind, otherwise),
    );
    expect(diff.texts.map(({ rule: id, changed }) => [id, changed])).toEqual([["xx-yy/notice/b", ["conditions"]]]);
    expect(diff.notCompared).toEqual([]);
    expect(diff.oneSided.map(({ side, answer }) => [side, answer])).toEqual([["left", "yes"]]);
  });
});
