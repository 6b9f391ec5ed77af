import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { sampleLaw, type SampleRules } from "../arbitrary/sample-law.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import type { InForce } from "../file/rule-file.ts";
import { type CompileOptions, compileQuestion } from "./compile-question.ts";
import { decide } from "./decide.ts";

const reads = (fact: string): Exclude<Condition, Leaf> => ({ all: [{ fact, operator: "equal", value: true }] });

const compile = (rules: SampleRules, question: string, options: Partial<CompileOptions> = {}) =>
  compileQuestion(sampleLaw(SMALL_FACTS, rules), question, { asOf: SAMPLE_DAY, ...options });

const failure = (rules: SampleRules, question: string, options?: Partial<CompileOptions>) => {
  const compiled = compile(rules, question, options);
  return Result.isFailure(compiled) ? { tag: compiled.failure._tag, message: compiled.failure.message } : null;
};

const ADULT = sampleRule("xx-yy/notice/adult", reads("person.adult"));

describe("compileQuestion", () => {
  test("names the questions it knows when the one asked is not among them, before anything else", () => {
    expect(failure({ notice: [ADULT] }, "hearing", { enable: ["xx-yy/none"] })).toEqual({
      tag: "UnknownQuestion",
      message: "no question `hearing`; this law answers `notice`",
    });
  });

  test("refuses to turn on a rule that no question has, before looking for a circle", () => {
    const circle = { a: [sampleRule("xx-yy/a/one", reads("b"))], b: [sampleRule("xx-yy/b/one", reads("a"))] };
    expect(failure(circle, "a", { enable: ["xx-yy/none"] })).toEqual({
      tag: "UnknownEnabledRule",
      message: "no rule `xx-yy/none` to turn on in this law",
    });
  });

  test("names the question that reads an unknown one", () => {
    const rules = { notice: [sampleRule("xx-yy/notice/one", reads("definition/none"))] };
    expect(failure(rules, "notice")?.message).toBe(
      "no question `definition/none`, read by `notice`; this law answers `notice`",
    );
  });

  test("names the circle in which questions read each other", () => {
    const rules = {
      notice: [sampleRule("xx-yy/notice/one", reads("a"))],
      a: [sampleRule("xx-yy/a/one", reads("b"))],
      b: [sampleRule("xx-yy/b/one", reads("a"))],
    };
    expect(failure(rules, "notice")).toEqual({
      tag: "QuestionCycle",
      message: "questions read each other in a circle: `a` reads `b` reads `a`",
    });
  });

  test("does not follow a rule that is off, so its circle is found only when it is turned on", () => {
    const back = sampleRule("xx-yy/a/back", reads("notice"), { verified: { status: "recalled", on: SAMPLE_DAY } });
    const rules = { notice: [sampleRule("xx-yy/notice/one", reads("a"))], a: [back] };
    expect(failure(rules, "notice")).toBeNull();
    expect(failure(rules, "notice", { enable: [back.id] })?.tag).toBe("QuestionCycle");
  });

  test("reads a rule from the day of effect until the day before it stopped", () => {
    const inForce: InForce = { from: LocalDate.parse("2024-01-01"), until: LocalDate.parse("2024-07-01") };
    const answerOn = (day: string) => {
      const compiled = compile({ notice: [{ ...ADULT, inForce }] }, "notice", { asOf: LocalDate.parse(day) });
      return Result.getOrThrow(decide(Result.getOrThrow(compiled), { "person.adult": true })).answer;
    };
    expect(["2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01"].map(answerOn)).toEqual(["no", "yes", "yes", "no"]);
  });

  test("leaves recalled rules and policy out unless they are turned on, in this question and in those it reads", () => {
    const rules = {
      notice: [sampleRule("xx-yy/notice/inner", reads("definition/notice")), { ...ADULT, basis: "policy" as const }],
      "definition/notice": [
        sampleRule("xx-yy/definition/notice/hurt", reads("person.hurt"), {
          verified: { status: "recalled", on: SAMPLE_DAY },
        }),
      ],
    };
    const idsOf = (enable: readonly string[]) => {
      const compiled = Result.getOrThrow(compile(rules, "notice", { enable }));
      const { grounds, receipt } = Result.getOrThrow(decide(compiled, { "person.adult": true, "person.hurt": true }));
      return {
        grounds: grounds.map(({ rule }) => rule),
        enabled: receipt.enabled,
        leftOut: compiled.leftOut.map(({ because }) => because),
      };
    };
    expect(idsOf([])).toEqual({ grounds: [], enabled: [], leftOut: ["policy"] });
    expect(idsOf(["xx-yy/definition/notice/hurt", ADULT.id])).toEqual({
      grounds: [ADULT.id, "xx-yy/notice/inner"],
      enabled: ["xx-yy/definition/notice/hurt", ADULT.id],
      leftOut: [],
    });
  });

  test("a law read from a question with a slash in its name and one without are composed alike", () => {
    const rules = {
      notice: [sampleRule("xx-yy/notice/one", reads("scope"))],
      scope: [sampleRule("xx-yy/scope/one", reads("person.hurt"))],
    };
    const { space, within } = Result.getOrThrow(compile(rules, "notice"));
    expect(space.axes.map(({ definition }) => definition.name)).toEqual(["person.hurt"]);
    expect(within.map(({ question }) => question)).toEqual(["scope"]);
  });
});
