import { z } from "zod";
import type { EventParams } from "../load/check-event-params.ts";
import { choices, definition, type Schema, whenKeyIs, withKeys } from "./schema.ts";

/** What follows from a rule, with the parameters that each type of event takes. */
export type EventSchemas = { readonly event: Schema; readonly definitions: Readonly<Record<string, Schema>> };

/**
 * The schema of a rule's event. Each type's own definitions get its name before theirs, so that two types may define
 * one name differently.
 */
export const eventSchemas = (shapes: EventParams): EventSchemas => {
  const types = Object.keys(shapes);
  const params = Object.entries(shapes).map(([type, shape]) => paramsOf(type, z.toJSONSchema(shape, { io: "input" })));
  return {
    event: {
      type: "object",
      description: "What follows when the rule holds.",
      properties: {
        type: choices(types.map((value) => ({ value, description: `An event of type ${value}.` }))),
        params: { type: "object" },
      },
      required: ["type", "params"],
      additionalProperties: false,
      allOf: types.map((type) => whenKeyIs("type", [type], withKeys({ params: definition(nameOf(type)) }))),
    },
    definitions: Object.assign({}, ...params),
  };
};

const nameOf = (type: string): string => `Params.${type}`;

const paramsOf = (type: string, { $defs = {}, ...root }: Schema): Readonly<Record<string, Schema>> => {
  const name = nameOf(type);
  const parts: readonly (readonly [string, unknown])[] = [
    [name, Object.fromEntries(Object.entries(root).filter(([key]) => key !== "$schema"))],
    ...Object.entries($defs).map(([part, schema]) => [`${name}.${part}`, schema] as const),
  ];
  return Object.fromEntries(parts.map(([part, schema]) => [part, renamed(schema, name) as Schema]));
};

const renamed = (part: unknown, prefix: string): unknown => {
  if (Array.isArray(part)) return part.map((item) => renamed(item, prefix));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === "$ref" && typeof value === "string"
        ? value.replace("#/$defs/", `#/$defs/${prefix}.`)
        : renamed(value, prefix),
    ]),
  );
};
