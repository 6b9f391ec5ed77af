import type { z } from "zod";

/** A JSON Schema of draft 2020-12, or a part of one. */
export type Schema = z.core.JSONSchema.BaseSchema;

/** One word that an editor may offer, with what it means. */
type Choice = { readonly value: string; readonly title?: string; readonly description: string };

/** A closed list of words as an editor completes it: each with its own description. */
export const choices = (words: readonly Choice[]): Schema => ({
  anyOf: words.map(({ value, title, description }) => ({
    const: value,
    ...(title === undefined ? {} : { title }),
    description,
  })),
});

/** Points to a definition of the same schema. */
export const definition = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** What holds of an object only when its key `key` is one of `values`. */
export const whenKeyIs = (key: string, values: readonly string[], then: Schema): Schema => ({
  if: { properties: { [key]: { enum: [...values] } }, required: [key] },
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own keyword; nobody awaits a schema
  then,
});

/** A schema of objects that have at least these keys as said. */
export const withKeys = (properties: Readonly<Record<string, Schema>>): Schema => ({ properties: { ...properties } });
