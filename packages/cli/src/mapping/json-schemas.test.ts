import { describe, expect, test } from "vitest";
import { jsonSchemas } from "./json-schemas.ts";

/** Every property of every object in a schema, with its description. */
const fieldsIn = (part: unknown, path: string): readonly { readonly path: string; readonly described: boolean }[] => {
  if (typeof part !== "object" || part === null) return [];
  const properties =
    "properties" in part && typeof part.properties === "object" && part.properties !== null
      ? Object.entries(part.properties)
      : [];
  const own = properties.map(([name, value]: [string, object]) => ({
    path: `${path}.${name}`,
    described: "description" in value || "$ref" in value || "const" in value || "enum" in value || "allOf" in value,
  }));
  return [...own, ...Object.entries(part).flatMap(([key, value]) => fieldsIn(value, `${path}/${key}`))];
};

describe("jsonSchemas", () => {
  test.each([...jsonSchemas()])(
    "the published schema of %s is the one a mapping is checked by",
    async (name, schema) => {
      await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
    },
  );

  test("an editor can tell what each field of a mapping means", () => {
    const undescribed = fieldsIn(jsonSchemas().get("mapping"), "$").filter(
      ({ path, described }) => !described && !/fields|constants|\$schema/u.test(path),
    );
    expect(undescribed.map(({ path }) => path.replace(/.*\//u, ""))).toEqual([]);
  });
});
