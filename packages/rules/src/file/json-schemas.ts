import { z } from "zod";
import { CaseFile } from "./case-file.ts";
import { JurisdictionFile, LawRowsFile, NotEncodedFile } from "./jurisdiction-file.ts";
import { PropertyFile } from "./property-file.ts";
import { RuleFile } from "./rule-file.ts";

/** The files of a state folder that an editor can check and complete, by the name their JSON Schema is published under. */
const FILES = {
  "rule-file": RuleFile,
  "case-file": CaseFile,
  "property-file": PropertyFile,
  "jurisdiction-file": JurisdictionFile,
  "law-rows-file": LawRowsFile,
  "not-encoded-file": NotEncodedFile,
} as const;

export type SchemaName = keyof typeof FILES;

/** The JSON Schemas of a state folder's files (draft 2020-12), as published under `schema/`. */
export const jsonSchemas = (): ReadonlyMap<SchemaName, z.core.JSONSchema.BaseSchema> =>
  new Map(SCHEMA_NAMES.map((name) => [name, z.toJSONSchema(FILES[name], { io: "input" })]));

const SCHEMA_NAMES = Object.keys(FILES) as SchemaName[];
