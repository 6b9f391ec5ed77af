import type { QuestionId } from "../file/rule-file.ts";

/** Files of a state folder that hold neither rules nor cases. */
const NAMED_FILES: readonly string[] = [
  "jurisdiction.json",
  "law-rows.json",
  "not-encoded.json",
  "service-targets.json",
  "properties.json",
  "restitution.json",
  "restorative-justice.json",
  "package.json",
  "pack.sig.json",
];

const CASES = ".cases.json";

/** Where the schemas lie that editors complete by: written from the folder's own files, and no part of the law. */
export const SCHEMA_FOLDER = "schema/";

/** Whether a path inside a state folder is a schema for editors. */
export const isSchemaPath = (path: string): boolean => path.startsWith(SCHEMA_FOLDER) && path.endsWith(".schema.json");

/** `notification.json` holds the question `notice`; any other file's path is its question. */
const QUESTION_OF_FILE: Readonly<Record<string, QuestionId>> = { notification: "notice" };

/** Whether a path inside a state folder is a file of cases. */
export const isCasePath = (path: string): boolean => path.endsWith(CASES);

/** Whether a path inside a state folder is a file of rules. */
export const isRulePath = (path: string): boolean =>
  path.endsWith(".json") && !isCasePath(path) && !isSchemaPath(path) && !NAMED_FILES.includes(path);

/** The question that a rule or case file at this path answers. */
export const questionOfPath = (path: string): QuestionId => {
  const stem = path.slice(0, -(isCasePath(path) ? CASES : ".json").length);
  return QUESTION_OF_FILE[stem] ?? stem;
};
