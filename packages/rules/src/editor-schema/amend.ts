import { invariant } from "@victim-rights/core";
import type { Schema } from "./schema.ts";

/** Changes of parts of a schema, by the way to each: `["$defs", "Leaf"]`. What is there is given, and replaced by what comes back. */
export type Amendment = readonly [way: readonly string[], change: (part: Schema) => Schema];

/** A schema with some of its parts changed; the schema given stays as it is. */
export const amend = (schema: Schema, amendments: readonly Amendment[]): Schema =>
  amendments.reduce<Schema>((amended, [way, change]) => changeAt(amended, way, change), schema);

const changeAt = (part: Schema, way: readonly string[], change: Amendment[1]): Schema => {
  const [step, ...rest] = way;
  if (step === undefined) return change(part);
  const child: unknown = part[step];
  invariant(typeof child === "object" && child !== null, `the schema has a part \`${step}\``);
  return { ...part, [step]: changeAt(child as Schema, rest, change) };
};
