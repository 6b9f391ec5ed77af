import * as Result from "effect/Result";
import { jsonSchemas, type SchemaName } from "../file/json-schemas.ts";
import { isCasePath, isRulePath } from "../load/folder-paths.ts";
import { LawRejected } from "../load/law-problem.ts";
import { parseJson } from "../load/parse-json.ts";
import { notJson } from "../load/read-file.ts";
import { orderKeys } from "./order-keys.ts";
import { printJson } from "./print-json.ts";

/**
 * The text of a file of a state folder in the one form that rule files have: keys in the order of the format, two spaces,
 * a line of at most 120 characters where lists allow it. Rules, cases and lists keep their order, and so do the facts of a
 * case; what the file says does not change, nor does its hash.
 * @param path the file's path inside the state folder, which tells what it holds.
 * @errors `LawRejected` when the text is not JSON.
 */
export const formatLawFile = (path: string, text: string): Result.Result<string, LawRejected> => {
  const json = parseJson(text);
  if (!json.ok) return Result.fail(new LawRejected({ problems: [notJson(path, json.where)] }));
  const name = schemaOf(path);
  const schema = name === null ? undefined : jsonSchemas().get(name);
  return Result.succeed(printJson(schema === undefined ? json.value : orderKeys(json.value, schema)));
};

const NAMED: ReadonlyMap<string, SchemaName> = new Map([
  ["jurisdiction.json", "jurisdiction-file"],
  ["law-rows.json", "law-rows-file"],
  ["not-encoded.json", "not-encoded-file"],
]);

const schemaOf = (path: string): SchemaName | null =>
  NAMED.get(path) ?? (isCasePath(path) ? "case-file" : isRulePath(path) ? "rule-file" : null);
