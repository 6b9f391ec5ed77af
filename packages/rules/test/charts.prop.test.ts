import { test as property } from "@fast-check/vitest";
import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { arbitraryQuestion } from "../src/arbitrary/arbitrary-question.ts";
import { INNER_QUESTION } from "../src/arbitrary/arbitrary-law.ts";
import { chartOfQuestion, chartOfRule } from "../src/authoring.ts";
import { itemAt } from "../src/diagram/item-at.ts";
import { compileQuestion, decide } from "../src/index.ts";
import { holds } from "../src/reference/obvious-holds.ts";
import { arbitraryCompleteFacts } from "../src/testing.ts";
import { factsNearRules } from "./facts-near-rules.ts";
import { shippedLaws } from "./shipped-laws.ts";
import { walkChart } from "./walk-chart.ts";

const asOf = LocalDate.parse("2026-11-22");

const asked = arbitraryQuestion(arbitraryCompleteFacts);

describe("chartOfRule", () => {
  property.prop([asked, fc.boolean(), fc.boolean()], { numRuns: 700 })(
    "a walk ends at `holds` exactly when the rule's condition holds, whatever the questions read answer",
    ({ law, facts }, inner, innermost) => {
      const known = { ...facts, [INNER_QUESTION]: inner, "definition/scope": innermost };
      for (const { file } of law.questions.values()) {
        for (const rule of file.rules) {
          const chart = Result.getOrThrow(chartOfRule(law, rule));
          expect(walkChart(chart, known) === "holds").toBe(holds(rule.conditions, known));
        }
      }
    },
  );
});

describe("chartOfQuestion", () => {
  const unbounded = { maxNodes: Number.MAX_SAFE_INTEGER };

  property.prop([asked], { numRuns: 700 })(
    "a walk through the full chart ends at the answer that `decide` gives, or where it finds a conflict",
    ({ compiled, facts }) => {
      const { chart, shows } = chartOfQuestion(compiled, unbounded);
      const decided = decide(compiled, facts);
      expect(shows).toBe("answer");
      expect(walkChart(chart, facts)).toBe(Result.isFailure(decided) ? "conflict" : decided.success.answer);
    },
  );

  property.prop([asked, fc.nat(80)], { numRuns: 500 })(
    "draws every step when they are few enough, and else an overview that says how many there are",
    ({ compiled, law }, maxNodes) => {
      const { chart, shows, fullNodes } = chartOfQuestion(compiled, { maxNodes });
      const isFew = fullNodes !== null && fullNodes <= maxNodes;
      expect(shows).toBe(isFew ? "answer" : "overview");
      const says = `would have ${fullNodes} nodes; at most ${maxNodes} are drawn`;
      expect(chart.notes.join(" ").includes(says)).toBe(!isFew);
      const titles = new Set(chart.nodes.map(({ text }) => text));
      const rules = law.questions.get(compiled.question)?.file.rules ?? [];
      expect(rules.every(({ title }) => titles.has(title))).toBe(!isFew);
    },
  );
});

describe.each(shippedLaws().map((law) => [law.id, law] as const))("the charts of %s", (_id, law) => {
  const answers = fc.record(Object.fromEntries([...law.questions.keys()].map((name) => [name, fc.boolean()])));

  describe.each([...law.questions.keys()])("%s", (question) => {
    const rules = law.questions.get(question)?.file.rules ?? [];
    const charts = rules.map((rule) => Result.getOrThrow(chartOfRule(law, rule)));

    property.prop([factsNearRules(law, question), answers], { numRuns: 50 })(
      "lead facts near the rules to where each rule's condition does",
      (near, answered) => {
        const facts = { ...near, ...answered };
        for (const [at, { conditions }] of rules.entries())
          expect(walkChart(itemAt(charts, at), facts) === "holds").toBe(holds(conditions, facts));
      },
    );

    const compiled = Result.getOrThrow(compileQuestion(law, question, { asOf }));
    const { chart } = chartOfQuestion(compiled, { maxNodes: Number.MAX_SAFE_INTEGER });

    property.prop([factsNearRules(law, question)], { numRuns: 50 })(
      "lead facts near the rules to the answer that `decide` gives",
      (facts) => {
        expect(walkChart(chart, facts)).toBe(Result.getOrThrow(decide(compiled, facts)).answer);
      },
    );
  });
});
