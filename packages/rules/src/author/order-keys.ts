import type { z } from "zod";

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * A JSON value with the keys of every object in the order of its schema; keys that the schema does not name follow in
 * the order they were written. Only the order changes.
 */
export const orderKeys = (value: unknown, root: Schema): unknown => order(value, { schema: root, root });

type Place = { readonly schema: Schema; readonly root: Schema };

const order = (value: unknown, place: Place): unknown => {
  const schema = resolve(value, place);
  if (Array.isArray(value)) return value.map((item) => order(item, { ...place, schema: itemsOf(schema) }));
  if (!isObject(value)) return value;
  const properties = schema.properties ?? {};
  const rest = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
  const known = Object.keys(properties).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !known.includes(key));
  return Object.fromEntries(
    [...known, ...others].map((key) => [
      key,
      order(value[key], { ...place, schema: asSchema(properties[key]) ?? rest }),
    ]),
  );
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const asSchema = (schema: unknown): Schema | undefined => (isObject(schema) ? (schema as Schema) : undefined);

const itemsOf = (schema: Schema): Schema => asSchema(schema.items) ?? {};

/** Follows a reference, and of several shapes takes the one whose required keys the value has. */
const resolve = (value: unknown, { schema, root }: Place): Schema => {
  if (typeof schema.$ref === "string") return resolve(value, { root, schema: referred(schema.$ref, root) });
  const shapes = (schema.anyOf ?? schema.oneOf ?? []).map((shape) =>
    resolve(value, { root, schema: asSchema(shape) ?? {} }),
  );
  return shapes.find((shape) => fits(value, shape)) ?? schema;
};

const referred = (reference: string, root: Schema): Schema =>
  asSchema(root.$defs?.[reference.replace("#/$defs/", "")]) ?? {};

const fits = (value: unknown, shape: Schema): boolean => {
  if (!isObject(value)) return Array.isArray(value) === (shape.type === "array");
  const required = shape.required ?? [];
  const constants = Object.entries(shape.properties ?? {}).filter(
    ([, property]) => asSchema(property)?.const !== undefined,
  );
  return (
    shape.type === "object" &&
    required.every((key) => Object.hasOwn(value, key)) &&
    constants.every(([key, property]) => value[key] === undefined || value[key] === asSchema(property)?.const)
  );
};
