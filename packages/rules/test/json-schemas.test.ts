import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../src/file/json-schemas.ts";

describe("jsonSchemas", () => {
  test.each([...jsonSchemas()])(
    "the published schema of a %s is the one the loader checks by",
    async (name, schema) => {
      await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../schema/${name}.schema.json`);
    },
  );

  test("an editor can tell what each field of a rule means", () => {
    const text = JSON.stringify(jsonSchemas().get("rule-file"));
    expect(text).toContain("The last day someone checked that the provision still reads so.");
    expect(text).toContain('"greaterThanInclusive"');
  });
});
