import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Engine, type RuleProperties } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { conditionFile, type ConditionVector, ours, threeValuedFile } from "./conformance.ts";

/** What json-rules-engine makes of a vector, in an engine of its own. */
const engineSays = async ({ conditions, facts, named, engineOptions }: ConditionVector): Promise<string> => {
  const engine = new Engine([], engineOptions);
  for (const [name, condition] of Object.entries(named ?? {}))
    engine.setCondition(name, structuredClone(condition) as unknown as RuleProperties["conditions"]);
  try {
    engine.addRule({ conditions: structuredClone(conditions), event: { type: "holds" } } as unknown as RuleProperties);
  } catch {
    return "refused-when-built";
  }
  return engine.run(structuredClone(facts)).then(
    ({ results }) => String(results.length === 1),
    (error: { readonly code?: string }) => (error.code === "UNDEFINED_FACT" ? "undefined-fact" : "failed-when-run"),
  );
};

/** What a vector says that we make of it; a refusal is of that one kind. */
const expected = ({ ours: says, engine, answer, refusedBy }: ConditionVector): unknown => {
  switch (says) {
    case "same":
      return WORDS[engine];
    case "refused":
      return [refusedBy];
    case "undetermined":
      return "undetermined";
    case "finer":
      return answer;
  }
};

const WORDS: Readonly<Record<string, string>> = { true: "yes", false: "no", null: "undetermined" };

/** The kinds of a refusal, each once; an answer as it is. */
const kinds = (found: string | readonly string[]): unknown => (typeof found === "string" ? found : [...new Set(found)]);

describe("the published condition vectors", () => {
  test("are of the json-rules-engine that is installed", () => {
    const main = createRequire(import.meta.url).resolve("json-rules-engine");
    const manifest = readFileSync(join(dirname(main), "..", "package.json"), "utf8");
    expect(JSON.parse(manifest)).toMatchObject({ version: conditionFile.engineVersion });
  });

  test.each(conditionFile.vectors)("json-rules-engine: $id", async (vector) => {
    expect(await engineSays(vector)).toBe(vector.engine);
  });

  test.each(conditionFile.vectors)("ours: $id", (vector) => {
    expect(kinds(ours(vector, conditionFile.vocabulary))).toEqual(expected(vector));
  });

  test("say why, wherever we do not answer the same", () => {
    const silent = conditionFile.vectors.filter(
      ({ ours: says, reason }) => (says === "same") !== (reason === undefined),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

describe("the published three-valued vectors", () => {
  test.each(threeValuedFile.vectors)("$id", (vector) => {
    const { ours: says, refusedBy } = vector;
    expect(kinds(ours(vector, threeValuedFile.vocabulary))).toEqual(says === "refused" ? [refusedBy] : says);
  });

  test("answer as the truth tables do, or say why", () => {
    const differing = threeValuedFile.vectors.filter(({ dmn, ours: says }) => says !== WORDS[String(dmn)]);
    expect(differing.filter(({ dmn, reason }) => dmn !== null || reason === undefined)).toEqual([]);
  });
});

test("every vector has an id of its own", () => {
  for (const { vectors } of [conditionFile, threeValuedFile])
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
});
