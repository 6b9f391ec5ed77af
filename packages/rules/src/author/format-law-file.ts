import * as Result from "effect/Result";
import { once } from "../decide/once.ts";
import { jsonSchemas, type SchemaName } from "../file/json-schemas.ts";
import { isCasePath, isRulePath } from "../load/folder-paths.ts";
import { LawRejected } from "../load/law-problem.ts";
import { parseJson } from "../load/parse-json.ts";
import { notJson } from "../load/read-file.ts";
import { namesKeyTwice } from "./names-key-twice.ts";
import { orderKeys } from "./order-keys.ts";
import { printJson } from "./print-json.ts";

/**
 * The text of a file of a state folder in the one form that rule files have: keys in the order of the format, two spaces,
 * a line of at most 120 characters where lists allow it. Rules, cases and lists keep their order, and so do the facts of a
 * case; what the file says does not change, nor does its hash.
 * @param path - the file's path inside the state folder, which tells what it holds.
 * @errors `LawRejected` when the text is not JSON, or gives one key twice, of which a reader would see only the last.
 */
export const formatLawFile = (path: string, text: string): Result.Result<string, LawRejected> => {
  const json = parseJson(text);
  if (!json.ok) return refused(path, json.where);
  if (namesKeyTwice(text, json.value)) return refused(path, "where an object gives one key twice");
  const name = schemaOf(path);
  const schema = name === null ? undefined : schemas().get(name);
  return Result.succeed(printJson(schema === undefined ? json.value : orderKeys(json.value, schema)));
};

/** Whether a path inside a state folder is a file that has this form; a package's manifest and a signature have their own. */
export const isFormatted = (path: string): boolean => schemaOf(path) !== null || PLAIN.includes(path);

/** Files whose keys stay in the order in which they were written. */
const PLAIN: readonly string[] = ["service-targets.json", "restorative-justice.json"];

const schemas = once(jsonSchemas);

const refused = (path: string, where: string): Result.Result<never, LawRejected> =>
  Result.fail(new LawRejected({ problems: [notJson(path, where)] }));

const NAMED: ReadonlyMap<string, SchemaName> = new Map([
  ["jurisdiction.json", "jurisdiction-file"],
  ["law-rows.json", "law-rows-file"],
  ["not-encoded.json", "not-encoded-file"],
  ["properties.json", "property-file"],
]);

const schemaOf = (path: string): SchemaName | null =>
  NAMED.get(path) ?? (isCasePath(path) ? "case-file" : isRulePath(path) ? "rule-file" : null);
