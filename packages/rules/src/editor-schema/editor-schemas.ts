import * as Result from "effect/Result";
import { printJson } from "../author/print-json.ts";
import { jsonSchemas } from "../file/json-schemas.ts";
import type { EventParams } from "../load/check-event-params.ts";
import { SCHEMA_FOLDER } from "../load/folder-paths.ts";
import type { LawFiles } from "../load/law-files.ts";
import type { LawRejected } from "../load/law-problem.ts";
import { casesSchema } from "./cases-schema.ts";
import { namesIn } from "./names-in.ts";
import { propertiesSchema } from "./properties-schema.ts";
import { rulesSchema } from "./rules-schema.ts";
import type { Schema } from "./schema.ts";

/** What a state's schemas are made with. */
export type EditorSchemaOptions = {
  /** The shape of each event type's parameters, as the loader takes them; absent, any parameters pass. */
  readonly eventParams?: EventParams;
};

/**
 * The schemas by which an editor checks and completes a state's files, by path inside the folder: names of facts with the
 * question each asks, the operators and values of the fact at hand, sources, rows and rules. The files need not be finished.
 * @errors `LawRejected` when jurisdiction.json does not say whose files these are, or a file is not JSON.
 */
export const editorSchemas = (
  files: LawFiles,
  { eventParams }: EditorSchemaOptions = {},
): Result.Result<LawFiles, LawRejected> =>
  Result.map(namesIn(files), (names) => {
    const schemas: readonly (readonly [kind: string, schema: Schema])[] = [
      ["rules", rulesSchema(names, eventParams)],
      ["cases", casesSchema(names)],
      ["properties", propertiesSchema(names)],
      ...GENERAL.map(([kind, name]) => [kind, jsonSchemas().get(name) ?? {}] as const),
    ];
    return new Map(schemas.map(([kind, schema]) => [`${SCHEMA_FOLDER}${kind}.schema.json`, printJson(schema)]));
  });

/** What the files hold that are alike in every state. */
const GENERAL = [
  ["jurisdiction", "jurisdiction-file"],
  ["law-rows", "law-rows-file"],
  ["not-encoded", "not-encoded-file"],
] as const;
