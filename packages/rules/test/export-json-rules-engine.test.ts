import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_DAY, sampleRule } from "../src/arbitrary/arbitrary-rules.ts";
import { SMALL_FACTS } from "../src/arbitrary/arbitrary-vocabulary.ts";
import { sampleLaw } from "../src/arbitrary/sample-law.ts";
import { exportJsonRulesEngine } from "../src/authoring.ts";
import { type CompileOptions, compileQuestion } from "../src/index.ts";

const adult = { all: [{ fact: "person.adult", operator: "equal" as const, value: true }] };
const LATER = { from: LocalDate.parse("2024-06-02"), until: null };

const law = sampleLaw(SMALL_FACTS, {
  notice: [
    sampleRule("xx-yy/notice/reads", {
      all: [{ fact: "definition/notice", operator: "equal", value: true }],
    }),
    sampleRule("xx-yy/notice/later", adult, { inForce: LATER }),
    sampleRule("xx-yy/notice/recalled", adult, { verified: { status: "recalled", on: SAMPLE_DAY } }),
    sampleRule("xx-yy/notice/not-adult", { not: adult }, { effect: "deny", overrides: ["xx-yy/notice/reads"] }),
  ],
  "definition/notice": [
    sampleRule("xx-yy/definition/notice/adult", adult, { event: { type: "victim", params: { capacity: "own" } } }),
  ],
});

const exported = (options: Partial<CompileOptions> = {}) =>
  exportJsonRulesEngine(Result.getOrThrow(compileQuestion(law, "notice", { asOf: SAMPLE_DAY, ...options })));

describe("exportJsonRulesEngine", () => {
  test("puts a question that is read before the one that reads it, as a fact that run takes", () => {
    const [inner, outer] = exported().questions;
    expect(inner).toMatchObject({ question: "definition/notice", reads: [], facts: [{ name: "person.adult" }] });
    expect(outer).toMatchObject({
      question: "notice",
      reads: ["definition/notice"],
      facts: [{ name: "person.adult" }],
    });
  });

  test("names each rule by its id and keeps its conditions and its event", () => {
    expect(exported().questions[0]?.rules).toEqual([
      {
        name: "xx-yy/definition/notice/adult",
        conditions: adult,
        event: { type: "victim", params: { capacity: "own" } },
      },
    ]);
  });

  test("says beside the rules what the engine has no word for", () => {
    expect(exported().questions[1]?.provisions[0]).toEqual({
      rule: "xx-yy/notice/not-adult",
      title: "Rule xx-yy/notice/not-adult",
      basis: "law",
      effect: "deny",
      overrides: ["xx-yy/notice/reads"],
      cites: [{ source: "sample-act", at: "not-adult" }],
      verified: { status: "read", on: "2024-06-01" },
      reading: null,
      notes: [],
    });
  });

  test("names the rules it leaves out, and takes one that is turned on", () => {
    expect(exported().questions[1]?.leftOut).toEqual([
      { rule: "xx-yy/notice/later", because: "not-in-force" },
      { rule: "xx-yy/notice/recalled", because: "recalled" },
    ]);
    const on = exported({ enable: ["xx-yy/notice/recalled"] });
    expect(on.enabled).toEqual(["xx-yy/notice/recalled"]);
    expect(on.questions[1]?.rules.map(({ name }) => name)).toContain("xx-yy/notice/recalled");
  });

  test("gives a copy: what an engine does to it never reaches the law", () => {
    const conditions = exported().questions[0]?.rules[0]?.conditions;
    expect(conditions).not.toBe(law.questions.get("definition/notice")?.file.rules[0]?.conditions);
    expect(JSON.parse(JSON.stringify(exported()))).toEqual(exported());
  });
});
