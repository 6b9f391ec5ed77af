import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import type { Law } from "../load/law.ts";
import { exportNames } from "./export-names.ts";
import { writeModules } from "./write-modules.ts";

const WRITTEN = sampleRule("xx-yy/notice/written", {
  all: [{ fact: "person.written", operator: "equal", value: true }],
});

const withEdition = (edition: string): Law => {
  const law = sampleLaw(SMALL_FACTS, { notice: [WRITTEN] });
  const source = law.questions.get("notice");
  if (source === undefined) return law;
  return { ...law, questions: new Map([["notice", { ...source, file: { ...source.file, edition } }]]) };
};

describe("writeModules", () => {
  test("keeps whatever an edition says inside its comment", () => {
    const files = Result.getOrThrow(writeModules(withEdition("2024\u2028throw 1;\nthrow 2;"), { asOf: SAMPLE_DAY }));
    const lines = (files.get("notice.js") ?? "").split(/[\n\u2028]/u);
    expect(lines[1]).toContain("// Edition 2024 throw 1; throw 2;.");
    expect(lines[2]).toMatch(/^export const law = /u);
  });

  test("refuses a question whose diagram is larger than allowed", () => {
    const written = writeModules(withEdition("2024"), { asOf: SAMPLE_DAY, maxNodes: 1 });
    expect(Result.isFailure(written) && written.failure.message).toContain("`notice` need more nodes than allowed");
  });

  test.each([
    ["index", "index.js"],
    ["facts", "facts.d.ts"],
    ["answered", "answered.d.ts"],
  ])("refuses a question `%s`, whose module would write over `%s`", (question, path) => {
    const law = sampleLaw(SMALL_FACTS, { notice: [WRITTEN], [question]: [WRITTEN] });
    const written = writeModules(law, { asOf: SAMPLE_DAY });
    expect(Result.isFailure(written) && written.failure).toMatchObject({ _tag: "ModuleNameTaken", question, path });
    expect(Result.isSuccess(writeModules(law, { asOf: SAMPLE_DAY, questions: ["notice"] }))).toBe(true);
  });

  test("says that a question is not of the law", () => {
    const written = writeModules(withEdition("2024"), { asOf: SAMPLE_DAY, questions: ["none"] });
    expect(Result.isFailure(written) && written.failure._tag).toBe("UnknownQuestion");
  });
});

describe("exportNames", () => {
  test("gives every question a name of its own that a program can write", () => {
    const names = exportNames(["notice", "victim-definition/notice", "a-1", "a1", "class/relative"]);
    expect(names.map(({ name }) => name)).toEqual(["notice", "victimDefinition_notice", "a1", "a1_", "class_relative"]);
  });
});
