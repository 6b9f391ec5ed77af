import { z } from "zod";
import { EventCodeFile, OffenseCodeFile } from "./code-table.ts";
import { Mapping } from "./mapping.ts";

/** The files of a mapping that an editor can check and complete, by the name their JSON Schema is published under. */
export const jsonSchemas = (): ReadonlyMap<string, z.core.JSONSchema.BaseSchema> =>
  new Map(
    Object.entries({ mapping: Mapping, "event-codes": EventCodeFile, "offense-codes": OffenseCodeFile }).map(
      ([name, schema]) => [name, z.toJSONSchema(schema, { io: "input" })],
    ),
  );
