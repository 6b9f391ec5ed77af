import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SMALL_FACTS } from "../src/arbitrary/arbitrary-vocabulary.ts";
import { SAMPLE_DAY, sampleRule } from "../src/arbitrary/arbitrary-rules.ts";
import { sampleLaw, type SampleRules } from "../src/arbitrary/sample-law.ts";
import { type DmnExport, type DmnOptions, exportDmn } from "../src/authoring.ts";
import { type CompileOptions, compileQuestion } from "../src/index.ts";
import { dmnEngine } from "./dmn-engine.ts";
import { viewDmn } from "./dmn-viewer.ts";
import { shippedLaws } from "./shipped-laws.ts";

const asOf = LocalDate.parse("2026-11-22");

const shipped = shippedLaws();

const is = (fact: string, value: boolean | string | number, operator = "equal") =>
  ({ fact, operator, value }) as { fact: string; operator: "equal"; value: boolean | string | number };

const ADULT = "xx-yy/notice/adult";
const ANY_AGE = "xx-yy/notice/any-age";
const NOT_HURT = "xx-yy/notice/not-hurt";
const UNWRITTEN = "xx-yy/notice/unwritten";

const written = async (rules: SampleRules, options: DmnOptions & Partial<CompileOptions> = {}): Promise<DmnExport> => {
  const compiled = compileQuestion(sampleLaw(SMALL_FACTS, rules), "notice", { asOf: SAMPLE_DAY, ...options });
  return Result.getOrThrow(await exportDmn(Result.getOrThrow(compiled), { version: "1.3", ...options }));
};

const GRANT = sampleRule(ADULT, { all: [is("person.adult", true)] });
const DENIAL = sampleRule(
  NOT_HURT,
  { all: [is("person.hurt", false)] },
  { effect: "deny", overrides: [ADULT], title: "Nobody was hurt" },
);

describe("exportDmn", () => {
  test("says conflict where a denial holds beside a grant that it does not name", async () => {
    const document = await written({
      notice: [GRANT, DENIAL, sampleRule(ANY_AGE, { all: [is("person.age", 3, "greaterThan")] })],
    });
    const run = await dmnEngine(document);
    const answer = (facts: object): unknown => run({ ...facts })["notice"];
    expect(answer({ "person.adult": true, "person.hurt": false, "person.age": 2 })).toBe("no");
    expect(answer({ "person.adult": true, "person.hurt": false, "person.age": 4 })).toBe("conflict");
    expect(answer({ "person.adult": true, "person.hurt": true, "person.age": 4 })).toBe("yes");
    expect(answer({ "person.adult": true, "person.age": 4 })).toBeNull();
    expect(answer({ "person.hurt": false, "person.age": 4 })).toBe("conflict");
    expect(answer({ "person.hurt": true, "person.age": 4 })).toBe("yes");
    expect(answer({ "person.adult": false, "person.age": 2 })).toBe("no");
  });

  test("lets no unknown fact pass a test for anything but one value", async () => {
    const document = await written({ notice: [sampleRule(ADULT, { all: [is("event.kind", "escape", "notEqual")] })] });
    expect(document.xml).toContain('<text>not(null, "escape")</text>');
    expect((await dmnEngine(document))({})).toMatchObject({ notice_RulesHolding: [], notice_RulesPossible: [ADULT] });
  });

  test("writes numbers and days as ranges, and a list of values as a list", async () => {
    const { xml } = await written({
      notice: [
        sampleRule(ADULT, { all: [is("person.age", 4, "lessThan"), is("crime.day", "2024-02-29", "greaterThan")] }),
        sampleRule(ANY_AGE, { any: [is("event.kind", "escape"), is("event.kind", "death"), is("person.age", 5)] }),
      ],
    });
    expect(xml).toContain("<text>&lt; 4</text>");
    expect(xml).toContain('<text>&gt;= date("2024-03-01")</text>');
    expect(xml).toContain('<text>"escape", "death"</text>');
    expect(xml).toContain("<text>[0..6]</text>");
    expect(xml).toContain('<text>[date("2024-02-27")..date("2024-03-02")]</text>');
  });

  test("notes on each row the rule's effect, title, law and how it was checked", async () => {
    const { xml } = await written({ notice: [GRANT, DENIAL] });
    expect(xml).toContain(
      "<description>denies | Nobody was hurt | Sample Act.not-hurt | read, 2024-06-01</description>",
    );
  });

  test("names what it leaves out, and tells policy from law", async () => {
    const policy = sampleRule(UNWRITTEN, { all: [is("person.written", false)] }, { basis: "policy" });
    const off = await written({ notice: [GRANT, policy] });
    expect(off.decisions[0]?.leftOut).toEqual([{ rule: UNWRITTEN, because: "policy" }]);
    expect(off.xml).not.toContain(`"${UNWRITTEN}"`);
    expect(off.xml).toContain(`Left out: ${UNWRITTEN} (an agency's policy that was not turned on).`);
    const on = await written({ notice: [GRANT, policy] }, { enable: [UNWRITTEN] });
    expect(on.xml).toContain("the agency's own policy, not law");
    expect(on.xml).toContain(`Turned on: ${UNWRITTEN}.`);
  });

  test("answers no where no rule decides on the day", async () => {
    const inForce = { from: LocalDate.parse("2024-06-02"), until: null };
    const document = await written({ notice: [{ ...GRANT, inForce }] });
    expect(document.inputs).toEqual([]);
    expect((await dmnEngine(document))({})).toMatchObject({ notice: "no", notice_Grounds: [] });
  });

  test("reads a question through its answer, and a conflict in it is a conflict", async () => {
    const inner = [GRANT, DENIAL, sampleRule(UNWRITTEN, { all: [is("person.written", false)] })].map((rule) => ({
      ...rule,
      id: rule.id.replace("notice", "definition/notice"),
      ...(rule.overrides === undefined ? {} : { overrides: ["xx-yy/definition/notice/adult"] }),
    }));
    const outer = sampleRule(ANY_AGE, { all: [is("definition/notice", false)] });
    const document = await written({ notice: [outer], "definition/notice": inner });
    expect(document.decisions.map(({ question }) => question)).toEqual(["definition/notice", "notice"]);
    const run = await dmnEngine(document);
    const known = { "person.adult": true, "person.hurt": false };
    expect(run({ ...known, "person.written": true })).toMatchObject({ definition__notice: "no", notice: "yes" });
    expect(run({ ...known, "person.written": false })).toMatchObject({
      definition__notice: "conflict",
      notice: "conflict",
    });
    expect(run(known)).toMatchObject({ definition__notice: null, notice: null });
  });

  test("writes the same in both versions but for the namespaces", async () => {
    const rules = { notice: [GRANT, DENIAL] };
    const newer = await written(rules, { version: "1.5" });
    const older = await written(rules, { version: "1.3" });
    expect(newer.xml).toContain('xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"');
    expect(newer.xml).toContain('xmlns:dmndi="https://www.omg.org/spec/DMN/20230324/DMNDI/"');
    expect(newer.xml).not.toContain("20191111");
    expect(newer.xml.replaceAll("20230324", "20191111")).toBe(older.xml);
  });

  test.each([
    ["nodes", { maxNodes: 6 }],
    ["rows", { maxRows: 1 }],
  ] as const)("refuses rules that take more %s than allowed", async (counted, limit) => {
    const law = sampleLaw(SMALL_FACTS, { notice: [GRANT, DENIAL] });
    const compiled = Result.getOrThrow(compileQuestion(law, "notice", { asOf: SAMPLE_DAY }));
    const refused = await exportDmn(compiled, limit);
    expect(Result.isFailure(refused) && refused.failure).toMatchObject({
      _tag: "TooLargeForDmn",
      question: "notice",
      counted,
      most: Object.values(limit)[0],
      message: expect.stringContaining(`takes more than ${Object.values(limit)[0]} ${counted}`),
    });
  });
});

describe.each(shipped.map((law) => [law.id, law] as const))("the notices of %s in dmn-js", (_id, law) => {
  test("open without a warning, every table with all its rows", async () => {
    const compiled = Result.getOrThrow(compileQuestion(law, "notice", { asOf }));
    const { xml, decisions, inputs } = Result.getOrThrow(await exportDmn(compiled, { version: "1.3" }));
    const { warnings, shown } = await viewDmn(xml);
    expect(warnings).toEqual([]);
    expect(shown.filter(({ kind }) => kind === "drd")).toMatchObject([
      {
        shapes: inputs.length + [...xml.matchAll(/<decision /gu)].length,
        lines: [...xml.matchAll(/<informationRequirement /gu)].length,
      },
    ]);
    const tables = shown.filter(({ kind }) => kind === "decisionTable");
    expect(tables.map(({ id }) => id)).toEqual(decisions.flatMap(({ holding, possible }) => [holding, possible]));
    expect(tables.reduce((sum, { rows }) => sum + rows, 0)).toBe([...xml.matchAll(/<rule /gu)].length);
  });
});
