import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { isFormatted } from "../src/authoring.ts";
import { isCalendarDay } from "../src/diagram/calendar-day.ts";
import { editorSchemas } from "../src/editor-schema/editor-schemas.ts";
import { namesIn, type Names } from "../src/editor-schema/names-in.ts";
import { Leaf, Operator } from "../src/file/condition.ts";
import { checkCondition } from "../src/load/check-conditions.ts";
import type { LawFiles } from "../src/index.ts";
import { offersAt, underlined } from "./editor.ts";
import { EXAMPLE_LAW, readFolder } from "./law-folder.ts";

const rules = join(import.meta.dirname, "..", "..", "..", "rules");
const states = readdirSync(rules);
const good = readFolder(join(EXAMPLE_LAW, "good"));

/** The reader of schemas that other editors and checks of pull requests are built on. */
const validator = () =>
  new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, formats: { date: isCalendarDay } });

/** Files whose schema is not made for the state. */
const UNLINKED: readonly string[] = ["service-targets.json", "restorative-justice.json"];

const filesOf = (state: string): readonly string[] =>
  [...readFolder(join(rules, state)).keys()].filter((path) => isFormatted(path) && !UNLINKED.includes(path));

const parse = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, "utf8"));

describe.each(states)("the schemas of %s", (state) => {
  test("accept every file of the state, each by the schema it names", () => {
    const known = new Map<string, ValidateFunction>();
    const refused = filesOf(state).flatMap((path) => {
      const value = parse(join(rules, state, path));
      const schema = join(rules, state, dirname(path), String(value["$schema"]));
      const validate = known.get(schema) ?? validator().compile(parse(schema));
      known.set(schema, validate);
      return validate(value) ? [] : [{ path, errors: validate.errors?.slice(0, 3) }];
    });
    expect(refused).toEqual([]);
    expect(known.size).toBe(6);
  });

  test("stay small enough to be read in a review", () => {
    for (const kind of ["rules", "cases", "properties"])
      expect(readFileSync(join(rules, state, "schema", `${kind}.schema.json`)).length).toBeLessThan(150_000);
  });
});

/** Values that fit some facts and not others. */
const VALUES = [
  true,
  false,
  -1,
  0,
  1,
  17,
  130,
  131,
  3.5,
  "self",
  "spouse",
  "sel",
  "2026-01-01",
  "2026-02-30",
  "",
  null,
];

const testsOf = ({ vocabulary, questions }: Names): readonly Leaf[] => {
  const facts = [...vocabulary.keys(), ...questions.map(({ id }) => id), "claimant.agee", "victim-definition/no"];
  const firstValues = [...vocabulary.values()].flatMap((fact) => (fact.type === "enum" ? fact.values.slice(0, 1) : []));
  const single = [...VALUES, ...new Set(firstValues)];
  const values = [...single, ["self"], ["self", "sel"], [17, 18], []];
  return facts.flatMap((fact) =>
    Operator.options.flatMap((operator) => values.map((value) => ({ fact, operator, value }) as Leaf)),
  );
};

/** What the loader says of a test, apart from what no schema can say: that a comparison comes out one way only, or a day too early. */
const loaderAccepts = (names: Names, leaf: Leaf): boolean => {
  const around = { vocabulary: names.vocabulary, questions: new Set(names.questions.map(({ id }) => id)) };
  if (!Leaf.safeParse(leaf).success) return false;
  return checkCondition(leaf, around, { file: "", path: "" }).every(({ code }) => code === "value-unreachable");
};

/** The example law with a fact of the one type that the shared facts lack. */
const withDay = (files: LawFiles): LawFiles => {
  const profile = JSON.parse(files.get("jurisdiction.json") ?? "");
  const day = { name: "sentence.ends", title: "end", type: "date", from: "2000-01-01", to: "2100-01-01" };
  const asked = { question: "When does the sentence end?", knownBy: "court-record" };
  return new Map([...files, ["jurisdiction.json", JSON.stringify({ ...profile, facts: [{ ...day, ...asked }] })]]);
};

test("the schema accepts a test of a fact exactly when the loader does, for every fact, operator and kind of value", () => {
  const files = withDay(good);
  const names = Result.getOrThrow(namesIn(files));
  const schema = JSON.parse(Result.getOrThrow(editorSchemas(files)).get("schema/rules.schema.json") ?? "");
  const validate = validator().compile({ ...schema, $ref: "#/$defs/Leaf" });
  const tests = testsOf(names);
  const differing = tests.filter((leaf) => validate(leaf) !== loaderAccepts(names, leaf));
  expect(new Set([...names.vocabulary.values()].map(({ type }) => type)).size).toBe(4);
  expect(differing).toEqual([]);
  expect(tests.filter((leaf) => validate(leaf)).length).toBeGreaterThan(250);
});

/** Where the example law lies, as far as an editor can tell. */
const [state = ""] = states;
const rulePath = join(rules, state, "draft.json");
const casePath = join(rules, state, "draft.cases.json");
const propertyPath = join(rules, state, "properties.json");
const leafFile = (leaf: string): string =>
  `{ "$schema": "./schema/rules.schema.json", "rules": [{ "conditions": { "all": [${leaf}] } }] }`;
const factFile = (facts: string): string =>
  `{ "$schema": "./schema/cases.schema.json", "cases": [{ "facts": {${facts}} }] }`;
const texts = async (path: string, marked: string): Promise<readonly string[]> =>
  (await offersAt(path, marked)).map(({ text }) => text);

describe("an editor", () => {
  test("offers every fact and question, each with what it asks and who would know", async () => {
    const offers = await offersAt(rulePath, leafFile('{ "fact": "|" }'));
    const names = Result.getOrThrow(namesIn(readFolder(join(rules, state))));
    expect(offers.map(({ text }) => text).toSorted()).toEqual(
      [...names.vocabulary.keys(), ...names.questions.map(({ id }) => id)].map((name) => `"${name}"`).toSorted(),
    );
    expect(offers).toContainEqual({
      text: '"claimant.age"',
      says: "How old is this person? A whole number of years, 0 to 130. Known by: claimant.",
    });
  });

  test("offers the operators of the fact at hand, and no others", async () => {
    const offered = (fact: string) => texts(rulePath, leafFile(`{ "fact": "${fact}", "operator": "|" }`));
    expect(await offered("claimant.adult")).toEqual(['"equal"', '"notEqual"']);
    expect(await offered("claimant.relation")).toEqual(['"equal"', '"notEqual"', '"in"', '"notIn"']);
    expect(await offered("claimant.age")).toHaveLength(8);
  });

  test("offers the values of the fact at hand, one or in a list as the operator asks", async () => {
    const offered = (value: string) => texts(rulePath, leafFile(`{ "fact": "harm.directness", "operator": ${value} }`));
    const values = ['"direct"', '"threatened"', '"derivative"', '"none"'];
    expect(new Set(await offered('"equal", "value": "|"'))).toEqual(new Set(values));
    expect(new Set(await offered('"in", "value": ["|"]'))).toEqual(new Set(values));
    expect(await texts(rulePath, leafFile('{ "fact": "claimant.adult", "operator": "equal", "value": | }'))).toEqual([
      "true",
      "false",
    ]);
  });

  test("offers the facts of a case by name and what each may be", async () => {
    const facts = await offersAt(casePath, factFile("|"));
    expect(facts).toContainEqual({ text: "claimant.adult", says: expect.stringContaining("Is this person an adult?") });
    expect(await texts(casePath, factFile('"claimant.adult": |'))).toEqual(
      expect.arrayContaining(["true", "false", "null"]),
    );
  });

  test("offers the rules of the question at hand as grounds", async () => {
    const [question] = Result.getOrThrow(namesIn(readFolder(join(rules, state)))).questions;
    const marked = `{ "$schema": "./schema/cases.schema.json", "question": "${question?.id}", "cases": [{ "expect": { "grounds": ["|"] } }] }`;
    expect(await texts(casePath, marked)).toEqual(question?.rules.map(({ id }) => `"${id}"`));
  });

  test("offers the answer and the rules as what a property may speak of", async () => {
    const { questions } = Result.getOrThrow(namesIn(readFolder(join(rules, state))));
    const property = (leaf: string): string =>
      `{ "$schema": "./schema/properties.schema.json", "properties": [{ "then": { "all": [${leaf}] } }] }`;
    const offered = await texts(propertyPath, property('{ "fact": "|" }'));
    const ids = questions.flatMap(({ rules: named }) => named.map(({ id }) => `"${id}"`));
    expect(offered).toEqual(expect.arrayContaining(['"answer"', ...ids]));
    expect(await texts(propertyPath, property('{ "fact": "answer", "operator": "equal", "value": "|" }'))).toEqual([
      '"yes"',
      '"no"',
      '"conflict"',
    ]);
  });

  test.each([
    ['{ "fact": "claimant.agee", "operator": "equal", "value": 17 }', '"claimant.agee"'],
    ['{ "fact": "claimant.age", "operator": "equals", "value": 17 }', '"equals"'],
    ['{ "fact": "claimant.adult", "operator": "lessThan", "value": true }', '"lessThan"'],
    ['{ "fact": "claimant.age", "operator": "lessThan", "value": 131 }', "131"],
    ['{ "fact": "claimant.relation", "operator": "equal", "value": "spuose" }', '"spuose"'],
  ])("underlines the mistake in %s", async (leaf, mistake) => {
    const marks = await underlined(rulePath, leafFile(leaf));
    expect(marks.filter((mark) => mark.startsWith(`${mistake}: `))).not.toEqual([]);
    const mended = leafFile('{ "fact": "claimant.age", "operator": "lessThan", "value": 18 }');
    expect((await underlined(rulePath, mended)).filter((mark) => !mark.includes("Missing property"))).toEqual([]);
  });
});
