import { contentHash } from "../content-hash.ts";
import { isRulePath, isSchemaPath, questionOfPath } from "../load/folder-paths.ts";
import type { LawFiles } from "../load/law-files.ts";
import { parseJson } from "../load/parse-json.ts";
import type { FileDigest, RuleDigest } from "./manifest.ts";
import { SIGNATURE_FILE } from "./signature-file.ts";

/** Every file of a pack by path: its digest, or `null` for a text that is not JSON. */
export type FileDigests = ReadonlyMap<string, FileDigest | null>;

/** What a folder's files amount to, as far as they can be read. */
export type DigestedFiles = {
  readonly digests: FileDigests;
  /** What `jurisdiction.json` calls the state. */
  readonly jurisdiction: unknown;
  /** Edition by question. */
  readonly editions: ReadonlyMap<string, string>;
};

/**
 * Hashes every file and every rule of a folder. The signature itself, the package's own manifest and the schemas for editors
 * are no part of the law.
 */
export const digestFiles = (files: LawFiles): DigestedFiles => {
  const parsed = [...files]
    .filter(([path]) => path !== SIGNATURE_FILE && path !== "package.json" && !isSchemaPath(path))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, text]) => [path, parseJson(text)] as const);
  const values = parsed.flatMap(([path, json]) => (json.ok ? [[path, json.value] as const] : []));
  return {
    digests: new Map(parsed.map(([path, json]) => [path, json.ok ? digestOf(path, json.value) : null])),
    jurisdiction: member(new Map(values).get("jurisdiction.json"), "id"),
    editions: new Map(
      values
        .filter(([path]) => isRulePath(path))
        .flatMap(([path, value]) => {
          const edition = member(value, "edition");
          return typeof edition === "string" ? [[questionOfPath(path), edition] as const] : [];
        }),
    ),
  };
};

const digestOf = (path: string, value: unknown): FileDigest => {
  const hash = contentHash(value);
  return isRulePath(path) ? { hash, rules: ruleDigests(value) } : { hash };
};

/** A rule without an id of its own cannot be named; its file's hash still covers it. */
const ruleDigests = (file: unknown): RuleDigest[] => {
  const rules = member(file, "rules");
  return Array.isArray(rules)
    ? rules.flatMap((rule: unknown) => {
        const id = member(rule, "id");
        return typeof id === "string" ? [{ id, hash: contentHash(rule) }] : [];
      })
    : [];
};

const member = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
