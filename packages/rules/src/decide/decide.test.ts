import * as Result from "effect/Result";
import { describe, expect, test, vi } from "vitest";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { sampleLaw, type SampleRules } from "../arbitrary/sample-law.ts";
import { type Facts, UNCERTAIN } from "../facts.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import { compileQuestion } from "./compile-question.ts";
import { decide } from "./decide.ts";
import { evaluate } from "./evaluate.ts";
import { findConflicts } from "./find-conflicts.ts";
import { nextQuestion } from "../interview/next-question.ts";
import { replay } from "./replay.ts";

const yes = (fact: string): Leaf => ({ fact, operator: "equal", value: true });
const all = (...parts: Condition[]): { readonly all: Condition[] } => ({ all: parts });

const compile = (rules: SampleRules) =>
  Result.getOrThrow(compileQuestion(sampleLaw(SMALL_FACTS, rules), "notice", { asOf: SAMPLE_DAY }));

const WRITTEN = sampleRule("xx-yy/notice/written", all(yes("person.written")));
const HURT = sampleRule("xx-yy/notice/hurt", all(yes("person.hurt")));
const CHILD = sampleRule("xx-yy/notice/child", all({ fact: "person.age", operator: "lessThan", value: 3 }), {
  effect: "deny",
  overrides: [WRITTEN.id],
});

const messageFor = (rules: SampleRules, facts: Facts): string => {
  const decided = decide(compile(rules), facts);
  return Result.isFailure(decided) ? `${decided.failure._tag}: ${decided.failure.message}` : "";
};

describe("decide", () => {
  test("names a fact only when it could change the answer", () => {
    const compiled = compile({ notice: [WRITTEN, HURT] });
    const { answer, grounds, possibleGrounds, missing, missingForGrounds } = Result.getOrThrow(
      decide(compiled, { "person.written": true }),
    );
    expect(answer).toBe("yes");
    expect(grounds.map(({ rule }) => rule)).toEqual([WRITTEN.id]);
    expect(possibleGrounds.map(({ rule }) => rule)).toEqual([HURT.id]);
    expect(missing).toEqual([]);
    expect(missingForGrounds.map(({ fact }) => fact)).toEqual(["person.hurt"]);
  });

  test("is settled by a fact and its opposite although neither is known", () => {
    const either = sampleRule("xx-yy/notice/either", { any: [yes("person.adult"), { not: yes("person.adult") }] });
    const decided = Result.getOrThrow(decide(compile({ notice: [either] }), {}));
    expect([decided.answer, decided.missing]).toEqual(["yes", []]);
  });

  test("tells an unknown fact from an uncertain one, and asks only for the unknown", () => {
    const compiled = compile({
      notice: [sampleRule("xx-yy/notice/both", all(yes("person.written"), yes("person.adult")))],
    });
    const facts = { "person.written": UNCERTAIN };
    const { missing } = Result.getOrThrow(decide(compiled, facts));
    expect(missing.map(({ fact, state }) => [fact, state])).toEqual([
      ["person.adult", "unknown"],
      ["person.written", "uncertain"],
    ]);
    expect(nextQuestion(compiled, facts)?.fact).toBe("person.adult");
    expect(nextQuestion(compiled, { ...facts, "person.adult": true })).toBeNull();
  });

  test("sets aside a grant that a denial names, and keeps the denial with it", () => {
    const { answer, overridden } = Result.getOrThrow(
      decide(compile({ notice: [WRITTEN, CHILD] }), { "person.written": true, "person.age": 2 }),
    );
    expect([answer, overridden.map(({ ground, by }) => [ground.rule, by.map(({ rule }) => rule)])]).toEqual([
      "no",
      [[WRITTEN.id, [CHILD.id]]],
    ]);
  });

  test("refuses a denial beside a standing grant it does not name, and cites both", () => {
    const rules = { notice: [WRITTEN, HURT, CHILD] };
    expect(messageFor(rules, { "person.written": true, "person.hurt": true, "person.age": 2 })).toBe(
      "RuleConflict: rules of `notice` contradict each other: `xx-yy/notice/child` (sample-act child) denies what `xx-yy/notice/hurt` (sample-act hurt) grants",
    );
    expect(findConflicts(compile(rules)).map(({ facts }) => facts)).toEqual([
      { "person.age": 2, "person.hurt": true, "person.written": false },
    ]);
  });

  test("leaves the answer open while a conflict is merely possible", () => {
    const { answer, missing } = Result.getOrThrow(decide(compile({ notice: [HURT, CHILD] }), { "person.hurt": true }));
    expect([answer, missing.map(({ fact }) => fact)]).toEqual(["undetermined", ["person.age"]]);
  });

  test("says all that is wrong with the facts at once, with the nearest name for a typo", () => {
    expect(
      messageFor(
        { notice: [WRITTEN] },
        { "person.writen": true, "person.age": 9, "event.kind": "relase", "person.adult": "yes" },
      ),
    ).toBe(
      "FactProblems: `event.kind` cannot be `relase` (did you mean `release`?): give one of `release`, `escape`, `hearing`, `death`; " +
        "`person.adult` cannot be `yes`: give true or false; " +
        "`person.age` cannot be `9`: give a whole number from 0 to 6 (years); " +
        "no fact `person.writen`: did you mean `person.written`",
    );
  });

  test("never prints the value of a sensitive fact", () => {
    expect(messageFor({ notice: [WRITTEN] }, { "person.relation": "stepdaughter", "person.hurt": "badly" })).toBe(
      "FactProblems: `person.hurt` has a value outside its domain: give true or false; " +
        "`person.relation` has a value outside its domain: give one of `self`, `parent`, `other`",
    );
  });

  test("refuses a question's answer given as a fact", () => {
    const rules = {
      notice: [sampleRule("xx-yy/notice/one", all(yes("scope")))],
      scope: [sampleRule("xx-yy/scope/one", all(yes("person.hurt")))],
    };
    expect(messageFor(rules, { scope: true })).toBe(
      "FactProblems: `scope` is a question, not a fact: give the facts that it reads",
    );
  });

  test("takes no fact from what an object inherits", () => {
    const given: Facts = Object.create({ "person.written": true });
    expect(Result.getOrThrow(decide(compile({ notice: [WRITTEN] }), given)).answer).toBe("undetermined");
  });
});

describe("replay", () => {
  const compiled = compile({ notice: [WRITTEN] });
  const { receipt } = Result.getOrThrow(decide(compiled, { "person.written": true }));

  test("reproduces a receipt from the same rules and facts", () => {
    expect(Result.getOrThrow(replay(receipt, compiled, { "person.written": true })).receipt).toEqual(receipt);
  });

  test("names what differs for other facts, and for other rules", () => {
    const fields = (outcome: ReturnType<typeof replay>) =>
      Result.isFailure(outcome) && outcome.failure._tag === "ReceiptDiffers" ? outcome.failure.fields : [];
    expect(fields(replay(receipt, compiled, { "person.written": false }))).toEqual([
      "answer",
      "factsDigest",
      "grounds",
    ]);
    expect(fields(replay(receipt, compile({ notice: [WRITTEN, HURT] }), { "person.written": true }))).toEqual([
      "ruleHash",
    ]);
  });
});

describe("evaluate", () => {
  test("gives the same frozen leaf every time", () => {
    const compiled = compile({ notice: [WRITTEN, HURT] });
    const facts = { "person.written": true, "person.hurt": false };
    expect(compiled.leafFor(facts)).toBe(compiled.leafFor({ ...facts }));
    expect(Object.isFrozen(compiled.leafFor(facts)?.grounds)).toBe(true);
  });

  test("walks the table where code generation is barred", () => {
    vi.stubGlobal(
      "Function",
      class {
        constructor() {
          throw new EvalError("code generation is not allowed");
        }
      },
    );
    const compiled = compile({ notice: [WRITTEN, HURT] });
    expect(compiled.leafFor({ "person.written": true, "person.hurt": true })?.ids).toEqual([HURT.id, WRITTEN.id]);
    vi.unstubAllGlobals();
  });

  test("refuses a value outside the domain instead of taking it for any other value", () => {
    const compiled = compile({
      notice: [sampleRule("xx-yy/notice/kind", all({ fact: "event.kind", operator: "notEqual", value: "death" }))],
    });
    const evaluated = evaluate(compiled, { "event.kind": "Death" });
    expect(Result.isFailure(evaluated) && evaluated.failure._tag).toBe("FactProblems");
  });
});
