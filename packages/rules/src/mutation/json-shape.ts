/** As much of a JSON Schema as tells which values may stand in a place. */
export type JsonShape = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonShape>>;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonShape[];
  readonly oneOf?: readonly JsonShape[];
  readonly items?: JsonShape;
  readonly properties?: Readonly<Record<string, JsonShape>>;
  readonly required?: readonly string[];
};

/** The shapes that a place may have: several where the schema is a union. */
export const alternativesOf = (shape: JsonShape | undefined, root: JsonShape | undefined): readonly JsonShape[] => {
  if (shape === undefined) return [];
  if (shape.$ref !== undefined) return alternativesOf(root?.$defs?.[shape.$ref.replace("#/$defs/", "")], root);
  const union = shape.anyOf ?? shape.oneOf;
  return union === undefined ? [shape] : union.flatMap((each) => alternativesOf(each, root));
};

/** Whether an object's tag fields have the values that a shape fixes. */
export const isTaggedAs = (value: Readonly<Record<string, unknown>>, shape: JsonShape): boolean =>
  Object.entries(shape.properties ?? {}).every(
    ([name, property]) => property.const === undefined || property.const === value[name],
  );

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * An object recast in another shape of its union: fields that both have are kept, a missing name is the first of its list;
 * `null` when a field is wanted that neither gives.
 */
export const recast = (value: JsonObject, shape: JsonShape): JsonObject | null => {
  const fields = (shape.required ?? []).map((name) => [name, fieldAs(value[name], shape.properties?.[name] ?? {})]);
  return fields.some(([, field]) => field === undefined) ? null : Object.fromEntries(fields);
};

const fieldAs = (value: unknown, shape: JsonShape): unknown => {
  if (shape.const !== undefined) return shape.const;
  const isKept = value !== undefined && (shape.enum === undefined || shape.enum.includes(value));
  return isKept ? value : shape.enum?.[0];
};
