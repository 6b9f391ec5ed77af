import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Law } from "@victim-rights/rules";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { leavesOf } from "../src/gate/leaves.ts";
import { gates, screening } from "./dialogue/stage.ts";

const CASES = ".cases.json";

const Stated = z.union([z.boolean(), z.string(), z.null(), z.strictObject({ uncertain: z.literal(true) })]);

const CaseFile = z.object({
  question: z.string(),
  cases: z.array(
    z.object({
      reason: z.string(),
      facts: z.record(z.string(), Stated),
      enable: z.array(z.string()).optional(),
      expect: z.object({
        answer: z.enum(["yes", "no", "undetermined"]),
        missing: z.array(z.string()).optional(),
      }),
    }),
  ),
});
type CaseFile = z.infer<typeof CaseFile>;

const filesIn = (folder: string): readonly CaseFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(CASES))
    .map((name) => CaseFile.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));

const folders: readonly (readonly [string, string, Law])[] = [
  ["gates", "../src/gate/law/gate", gates.law],
  ["screening inventory", "../src/screening/inventory/law/inventory", screening.inventory.law],
];

describe.each(folders)("the cases of the %s", (_name, folder, law) => {
  const files = filesIn(join(import.meta.dirname, folder));
  const rulesOf = (question: string) => law.questions.get(question)?.file.rules ?? [];

  test("stand beside every rule file, and none travels in the package", () => {
    expect(files.map(({ question }) => question).toSorted()).toEqual([...law.questions.keys()].toSorted());
    expect(law.cases.size).toBe(0);
  });

  test("turn on every rule of their question, as the library does, or none", () => {
    for (const { question, cases } of files) {
      const all = rulesOf(question).map(({ id }) => id);
      for (const { enable = [], expect: expected } of cases)
        expect(enable).toEqual(expected.answer === "no" && enable.length === 0 ? [] : all);
    }
  });

  test("leave every fact that a rule reads unanswered once, where the answer then is neither yes nor no", () => {
    const read = files.flatMap(({ question }) =>
      rulesOf(question).flatMap(({ conditions }) => leavesOf(conditions).map(({ fact }) => `${question} ${fact}`)),
    );
    const left = files.flatMap(({ question, cases }) =>
      cases.flatMap(({ facts, expect: { answer, missing } }) =>
        answer === "undetermined" && missing?.length === 1 && typeof (facts[missing[0] ?? ""] ?? null) === "object"
          ? missing.map((fact) => `${question} ${fact}`)
          : [],
      ),
    );
    expect([...new Set(read)].filter((each) => !left.includes(each))).toEqual([]);
  });

  test("say in each reason which part of the domain page, ruling, principle or invariant it rests on", () => {
    const bare = files.flatMap(({ cases }) => cases.map(({ reason }) => reason));
    const named = /Domain page \d|INV-\d\d|Ruling \d|Principle \d|decide nothing until|nobody turned on/u;
    expect(bare.filter((reason) => !named.test(reason))).toEqual([]);
  });
});
