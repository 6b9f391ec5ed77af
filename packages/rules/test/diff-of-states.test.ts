import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { type Difference, diffLaws, diffQuestions, differs, type QuestionDiff } from "../src/analysis.ts";
import { type CompiledQuestion, compileQuestion, decide, type Facts, type Law, type RuleFile } from "../src/index.ts";
import { shippedLaws } from "./shipped-laws.ts";

const asOf = LocalDate.parse("2026-11-22");

const shipped = shippedLaws();

/** The same law with the rules of its notice question changed; a hash of its own tells it from the first. */
const withNotice = (law: Law, change: (rules: RuleFile["rules"]) => RuleFile["rules"]): Law => {
  const source = law.questions.get("notice");
  if (source === undefined) throw new Error("every state answers `notice`");
  const file = { ...source.file, rules: change(source.file.rules) };
  return { ...law, questions: new Map([...law.questions, ["notice", { file, hash: `${source.hash}-changed` }]]) };
};

const noticeDiff = (left: Law, right: Law): QuestionDiff =>
  Result.getOrThrow(
    diffQuestions(
      { left: { law: left, question: "notice", asOf }, right: { law: right, question: "notice", asOf } },
      { limit: 3 },
    ),
  );

const compiledOnce = new Map<Law, CompiledQuestion>();

const noticeOf = (law: Law): CompiledQuestion => {
  const compiled = compiledOnce.get(law) ?? Result.getOrThrow(compileQuestion(law, "notice", { asOf }));
  compiledOnce.set(law, compiled);
  return compiled;
};

const answerFor = (law: Law, facts: Facts): string => {
  const compiled = noticeOf(law);
  const known = Object.entries(facts).filter(([name]) => compiled.space.levels.has(name));
  return Result.getOrThrow(decide(compiled, Object.fromEntries(known))).answer;
};

const inShort = (difference: Difference): string => {
  if (difference.kind === "answer") return `${difference.left} ${difference.right}`;
  return difference.kind === "ground" ? `${difference.change} ${difference.rule}` : difference.kind;
};

describe.each(shipped.map((law) => [law.id, law] as const))("two editions of the law of %s", (_id, law) => {
  test("differ in nothing when they are the same", () => {
    const diff = Result.getOrThrow(diffLaws({ left: { law, asOf }, right: { law, asOf } }));
    expect(differs(diff)).toBe(false);
    expect(diff.questions.length).toBe(law.questions.size);
  });

  const grants = noticeOf(law).model.rules.map(({ rule }) => rule.id);
  const struck = [grants[0], grants[Math.floor(grants.length / 2)]];

  test.each(struck)("lose only what %s gave when it is struck out, and gain it when it is put back", (id) => {
    const after = withNotice(law, (list) => list.filter((rule) => rule.id !== id));
    const [lost, gained] = [noticeDiff(law, after), noticeDiff(after, law)];
    expect(lost.differences.length).toBeGreaterThan(0);
    expect(new Set(lost.differences.map(inShort))).toEqual(
      new Set(lost.differences.map(({ kind }) => (kind === "answer" ? "yes no" : `lost ${id}`))),
    );
    expect(gained.differences.map(inShort)).toEqual(
      lost.differences.map(({ kind }) => (kind === "answer" ? "no yes" : `gained ${id}`)),
    );
    for (const { witness } of lost.differences.flatMap(({ regions }) => regions)) {
      expect(answerFor(law, witness.facts)).toBe(witness.left.answer);
      expect(answerFor(after, witness.facts)).toBe(witness.right.answer);
    }
  });

  test("differ in words alone when every title and the order of rules are changed", () => {
    const after = withNotice(law, (list) =>
      list.map((rule) => ({ ...rule, title: `${rule.title} (new)` })).toReversed(),
    );
    const { differences, texts } = noticeDiff(law, after);
    expect(differences).toEqual([]);
    expect(texts.map(({ changed }) => changed)).toEqual(
      (law.questions.get("notice")?.file.rules ?? []).map(() => ["title"]),
    );
  });
});

test("two states are compared for everyone, kind of event by kind of event", () => {
  const [left, right] = [shipped[0], shipped.at(-1)];
  if (left === undefined || right === undefined) throw new Error("states are shipped");
  const { by, notDecided, differences } = noticeDiff(left, right);
  expect([by, notDecided]).toEqual(["effect", null]);
  expect(differences.filter(({ kind }) => kind === "effect").length).toBeGreaterThan(10);
  for (const { kind, regions } of differences) {
    for (const { witness } of regions) {
      expect(witness.left.answer === witness.right.answer).toBe(kind === "effect");
      expect(answerFor(left, witness.facts)).toBe(witness.left.answer);
      expect(answerFor(right, witness.facts)).toBe(witness.right.answer);
    }
  }
}, 60_000);
