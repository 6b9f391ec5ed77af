import { LocalDate, SourceId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { sampleLaw, type SampleRules } from "../arbitrary/sample-law.ts";
import type { Leaf } from "../file/condition.ts";
import type { Rule } from "../file/rule-file.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { diffLaws, differs } from "./diff-laws.ts";
import { diffQuestions } from "./diff-questions.ts";
import type { DiffOptions, QuestionDiff } from "./question-diff.ts";

const is = (fact: string, value: Leaf["value"], operator: Leaf["operator"] = "equal"): Leaf => ({
  fact,
  operator,
  value,
});
const rule = (name: string, all: readonly Leaf[], change: Partial<Rule> = {}): Rule =>
  sampleRule(`xx-yy/notice/${name}`, { all: [...all] }, change);

type Side = { readonly rules: SampleRules; readonly facts?: readonly FactDefinition[]; readonly asOf?: string };

const sideOf = ({ rules, facts = SMALL_FACTS, asOf = SAMPLE_DAY }: Side) => ({
  law: sampleLaw(facts, rules),
  question: "notice",
  asOf: LocalDate.parse(asOf),
});

const compare = (left: Side, right: Side, options: DiffOptions = {}): QuestionDiff =>
  Result.getOrThrow(diffQuestions({ left: sideOf(left), right: sideOf(right) }, options));

const notice = (...rules: Rule[]): Side => ({ rules: { notice: rules } });

/** A difference as one line, with its regions. */
const inShort = ({ differences }: QuestionDiff): readonly unknown[] =>
  differences.map(({ regions, more: _more, about: _about, ...head }) => [head, regions.map(({ words }) => words)]);

const ADULT = is("person.adult", true);
const WRITTEN = is("person.written", true);

describe("diffQuestions", () => {
  test("shifts an age by one year for those of that age alone", () => {
    const diff = compare(
      notice(rule("minor", [is("person.age", 5, "lessThan")])),
      notice(rule("minor", [is("person.age", 4, "lessThan")])),
    );
    expect(inShort(diff)).toEqual([
      [{ kind: "answer", left: "yes", right: "no", neverYes: null }, ["person.age: 4 years"]],
    ]);
    expect(diff.differences[0]?.regions[0]?.witness).toEqual({
      facts: { "person.age": 4 },
      left: { answer: "yes", grounds: ["xx-yy/notice/minor"] },
      right: { answer: "no", grounds: [] },
    });
  });

  test("tells what is lost before what is gained, then grounds, then what follows", () => {
    const left = notice(rule("a", [ADULT]), rule("b", [WRITTEN]), rule("c", [is("person.hurt", true)]));
    const right = notice(
      rule("a", [is("person.adult", false)]),
      rule("c", [is("person.hurt", true)], { event: { type: "sample-right", params: { days: 3 } } }),
    );
    const { differences } = compare(left, right);
    expect(
      differences.map((each) => [
        each.kind,
        ...(each.kind === "answer" ? [each.left] : []),
        ...(each.kind === "ground" ? [each.change, each.rule] : []),
      ]),
    ).toEqual([
      ["answer", "yes"],
      ["answer", "no"],
      ["ground", "lost", "xx-yy/notice/a"],
      ["ground", "lost", "xx-yy/notice/b"],
      ["ground", "gained", "xx-yy/notice/a"],
      ["follows"],
    ]);
  });

  test("says what follows differently, field by field", () => {
    const right = rule("a", [ADULT], {
      event: { type: "sample-right", params: { days: 5 } },
      cites: [{ source: SourceId.parse("sample-act"), at: "9" }],
      verified: { status: "partial", on: SAMPLE_DAY },
    });
    const left = rule("a", [ADULT], { event: { type: "sample-right", params: { days: 3 } } });
    expect(inShort(compare(notice(left), notice(right)))).toEqual([
      [
        {
          kind: "follows",
          rule: "xx-yy/notice/a",
          title: "Rule xx-yy/notice/a",
          changes: [
            { field: "days", left: 3, right: 5 },
            {
              field: "citation",
              left: [{ source: "sample-act", at: "a" }],
              right: [{ source: "sample-act", at: "9" }],
            },
            { field: "verification", left: "read", right: "partial" },
          ],
        },
        ["person.adult: yes"],
      ],
    ]);
  });

  test("knows conditions that are written otherwise and mean the same", () => {
    const left = rule("a", [ADULT, WRITTEN]);
    const right = {
      ...rule("a", []),
      conditions: { not: { any: [is("person.adult", false), is("person.written", false)] } },
    };
    const diff = compare(notice(left), notice(right));
    expect(diff.differences).toEqual([]);
    expect(diff.texts).toEqual([
      { rule: "xx-yy/notice/a", on: "both", changed: ["conditions"], off: false, period: null },
    ]);
  });

  test("calls a new rule idle that holds for nobody", () => {
    const before = rule("a", [ADULT]);
    const denial = rule("z", [is("person.hurt", true), is("person.hurt", false)], { effect: "deny" });
    const diff = compare(notice(before), notice(before, denial));
    expect(diff.differences).toEqual([]);
    expect(diff.texts).toEqual([{ rule: "xx-yy/notice/z", on: "right", changed: [], off: false, period: null }]);
  });

  test("shows a contradiction that an edition makes", () => {
    const denial = rule("z", [WRITTEN], { effect: "deny" });
    expect(inShort(compare(notice(rule("a", [ADULT])), notice(rule("a", [ADULT]), denial)))).toEqual([
      [{ kind: "answer", left: "yes", right: "conflict", neverYes: null }, ["person.adult: yes; person.written: yes"]],
    ]);
  });

  test("compares the same law on the day before a rule takes effect and on that day", () => {
    const rules = notice(
      rule("a", [ADULT], { inForce: { from: LocalDate.parse("2024-01-01"), until: null } }),
      rule("b", [WRITTEN]),
    );
    const diff = compare({ ...rules, asOf: "2023-12-31" }, { ...rules, asOf: "2024-01-01" });
    expect(inShort(diff)[0]).toEqual([
      { kind: "answer", left: "no", right: "yes", neverYes: null },
      ["person.written: no; person.adult: yes"],
    ]);
    expect(diff.sides.left.leftOut).toEqual([{ rule: "xx-yy/notice/a", because: "not-in-force" }]);
    expect(diff.sides.right.leftOut).toEqual([]);
  });

  test("compares the versions of a rule that decide on the day, and tells those of other days apart", () => {
    const [change, later] = [LocalDate.parse("2024-01-01"), LocalDate.parse("2030-01-01")];
    const old = rule("a", [ADULT], { inForce: { from: null, until: change } });
    const now = rule("a", [ADULT, WRITTEN], { inForce: { from: change, until: later } });
    const next = rule("a", [WRITTEN], { inForce: { from: later, until: null } });
    const texts = (left: Rule[], right: Rule[]) => compare(notice(...left), notice(...right)).texts;
    expect(texts([old, now], [{ ...old, title: "Reworded" }, now])).toEqual([
      { rule: "xx-yy/notice/a", on: "both", changed: ["title"], off: true, period: { from: null, until: change } },
    ]);
    expect(texts([old, now], [old, now, next])).toEqual([
      { rule: "xx-yy/notice/a", on: "right", changed: [], off: true, period: { from: later, until: null } },
    ]);
    const both = notice(old, now);
    const overTime = compare({ ...both, asOf: "2023-12-31" }, { ...both, asOf: "2024-01-01" });
    expect(inShort(overTime)).toEqual([
      [{ kind: "answer", left: "yes", right: "no", neverYes: null }, ["person.adult: yes; person.written: no"]],
    ]);
    expect(overTime.texts).toEqual([
      { rule: "xx-yy/notice/a", on: "both", changed: ["days in force"], off: false, period: null },
    ]);
  });

  test("gives the person who is asked on one side alone only the facts that side reads", () => {
    const other: FactDefinition = {
      name: "person.new",
      title: "new",
      question: "New?",
      knownBy: "claimant",
      sensitive: false,
      type: "boolean",
    };
    const diff = compare(notice(rule("a", [ADULT])), {
      rules: { notice: [rule("a", [ADULT, is("person.new", true)])] },
      facts: [...SMALL_FACTS, other],
    });
    expect(diff.differences[0]?.regions.map(({ words }) => words)).toEqual(["person.adult: yes; new: no"]);
    expect(diff.domains).toEqual([]);
  });

  test("compares what both sides know of a fact, and says what it left out", () => {
    const wider = SMALL_FACTS.map((fact) => {
      if (fact.type === "integer") return { ...fact, min: 2, max: 9 };
      if (fact.type === "date") return { ...fact, to: "2024-03-05" };
      return fact.name === "event.kind" && fact.type === "enum" ? { ...fact, values: ["escape", "transfer"] } : fact;
    });
    const rules = {
      notice: [
        rule("a", [
          is("person.age", 5, "lessThan"),
          is("event.kind", "escape"),
          is("crime.day", "2024-03-01", "lessThan"),
        ]),
      ],
    };
    const diff = compare({ rules }, { rules, facts: wider });
    expect(diff.differences).toEqual([]);
    expect(diff.domains.toSorted((one, other) => (one.fact < other.fact ? -1 : 1))).toEqual([
      { fact: "crime.day", title: "crime.day", onlyLeft: null, onlyRight: "2024-03-03 to 2024-03-05" },
      { fact: "event.kind", title: "event.kind", onlyLeft: "release, hearing and death", onlyRight: "transfer" },
      { fact: "person.age", title: "person.age", onlyLeft: "0 to 1 years", onlyRight: "7 to 9 years" },
    ]);
  });

  test.each([
    ["a unit", { type: "integer", min: 0, max: 6, unit: "month" }],
    ["a type", { type: "boolean" }],
    ["every value", { type: "integer", min: 10, max: 12, unit: "year" }],
  ] as const)("decides nothing where the sides differ in %s of a fact", (_, domain) => {
    const age = is("person.age", 5, "lessThan");
    const facts = SMALL_FACTS.map((fact) =>
      fact.name === "person.age" ? ({ ...fact, ...domain } as FactDefinition) : fact,
    );
    const right = domain.type === "boolean" ? is("person.age", true) : age;
    const diff = compare(notice(rule("a", [age])), { rules: { notice: [rule("a", [right])] }, facts });
    expect(diff.notDecided).toEqual({
      because: "facts-differ",
      facts: [{ fact: "person.age", words: "no value of it means the same on both sides" }],
    });
  });

  test("decides nothing where a question of one side is a fact of the other, or both read each other in a circle", () => {
    const question = (name: string, read: string): Rule => sampleRule(`xx-yy/${name}/a`, { all: [is(read, true)] });
    const asFact: FactDefinition = {
      name: "scope",
      title: "scope",
      question: "?",
      knownBy: "claimant",
      sensitive: false,
      type: "boolean",
    };
    const asked = compare(
      { rules: { notice: [rule("a", [is("scope", true)])], scope: [question("scope", "person.adult")] } },
      { rules: { notice: [rule("a", [is("scope", true)])] }, facts: [...SMALL_FACTS, asFact] },
    );
    expect(asked.notDecided?.because).toBe("facts-differ");
    const one = { notice: [rule("a", [is("b", true)])], b: [question("b", "c")], c: [question("c", "person.adult")] };
    const other = { notice: [rule("a", [is("c", true)])], c: [question("c", "b")], b: [question("b", "person.adult")] };
    expect(compare({ rules: one }, { rules: other }).notDecided).toEqual({
      because: "questions-in-circle",
      questions: ["b", "c"],
    });
  });

  test("names the question that a difference comes from, when its own rules are the same", () => {
    const own = [rule("a", [is("scope", true), WRITTEN])];
    const scope = (leaf: Leaf): SampleRules => ({ notice: own, scope: [sampleRule("xx-yy/scope/a", { all: [leaf] })] });
    const diff = compare(
      { rules: scope(ADULT) },
      { rules: scope(is("person.hurt", true)) },
      { names: { left: "old", right: "new" } },
    );
    expect(diff.because).toEqual(["scope"]);
    expect(inShort(diff)).toEqual([
      [
        { kind: "answer", left: "yes", right: "no", neverYes: null },
        ["person.written: yes; scope (old): yes; scope (new): no"],
      ],
      [
        { kind: "answer", left: "no", right: "yes", neverYes: null },
        ["person.written: yes; scope (old): no; scope (new): yes"],
      ],
    ]);
  });

  test("compares two laws by what follows, kind of event by kind of event", () => {
    const says = (name: string, kind: string, days: number) =>
      rule(name, [is("event.kind", kind)], { event: { type: "sample-right", params: { days } } });
    const left = notice(says("a", "escape", 1), says("b", "release", 2), says("d", "death", 9));
    const right = notice(says("k", "escape", 3), says("l", "release", 3), says("m", "hearing", 9));
    const { differences } = compare(left, right, { by: "effect" });
    expect(differences.map(({ regions: _regions, about, more: _more, ...head }) => [head, about?.words])).toEqual([
      [{ kind: "answer", left: "yes", right: "no", neverYes: "right" }, "death"],
      [{ kind: "answer", left: "no", right: "yes", neverYes: "left" }, "hearing"],
      [{ kind: "effect", fields: [{ field: "days", left: [2], right: [3] }] }, "release"],
      [{ kind: "effect", fields: [{ field: "days", left: [1], right: [3] }] }, "escape"],
    ]);
  });

  test("refuses a side that cannot be asked, and says which", () => {
    const refused = diffQuestions({
      left: sideOf(notice(rule("a", [ADULT]))),
      right: { ...sideOf(notice(rule("a", [ADULT]))), question: "notices" },
    });
    expect(Result.isFailure(refused) && refused.failure.message).toBe(
      "the right side cannot be asked: no question `notices`; this law answers `notice`",
    );
  });
});

describe("diffLaws", () => {
  const laws = (left: SampleRules, right: SampleRules) => {
    const one = { law: sampleLaw(SMALL_FACTS, left), asOf: SAMPLE_DAY };
    return Result.getOrThrow(diffLaws({ left: one, right: { ...one, law: sampleLaw(SMALL_FACTS, right) } }));
  };
  const scope = [sampleRule("xx-yy/scope/a", { all: [ADULT] })];

  test("tells questions that one law alone answers, and compares the rest", () => {
    const diff = laws({ notice: [rule("a", [ADULT])], scope }, { notice: [rule("a", [ADULT])], range: scope });
    expect([diff.added, diff.removed, diff.questions.length, differs(diff)]).toEqual([["range"], ["scope"], 1, true]);
  });

  test("does not call a change of words a difference", () => {
    const diff = laws({ notice: [rule("a", [ADULT])] }, { notice: [rule("a", [ADULT], { title: "Reworded" })] });
    expect(diff.questions[0]?.texts).toEqual([
      { rule: "xx-yy/notice/a", on: "both", changed: ["title"], off: false, period: null },
    ]);
    expect(differs(diff)).toBe(false);
  });
});
