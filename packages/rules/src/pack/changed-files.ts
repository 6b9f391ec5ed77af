import type { FileDigests } from "./digest-files.ts";
import { PackTampered, type RuleChange } from "./errors.ts";
import type { FileDigest, PackManifest, RuleDigest } from "./manifest.ts";

/** Every file that is not as the manifest lists it, by path, each with the rules that are not. */
export const changedFiles = (manifest: PackManifest, digests: FileDigests): readonly PackTampered[] => {
  const listed = new Map(Object.entries(manifest.files));
  return [...new Set([...listed.keys(), ...digests.keys()])].toSorted().flatMap((file) => {
    const change = fileChange(listed.get(file), digests.get(file));
    return change === null ? [] : [new PackTampered({ file, ...change })];
  });
};

type FileChange = Pick<PackTampered, "change" | "rules">;

/** `undefined` is a file that is not there, `null` one that is not JSON. */
const fileChange = (signed: FileDigest | undefined, found: FileDigest | null | undefined): FileChange | null => {
  if (signed === undefined) return { change: "added", rules: ruleChanges([], found?.rules) };
  if (found === null) return { change: "not-json", rules: [] };
  if (found === undefined) return { change: "removed", rules: ruleChanges(signed.rules, []) };
  return signed.hash === found.hash ? null : { change: "changed", rules: ruleChanges(signed.rules, found.rules) };
};

/** One rule may have several versions, each in force for its own days: they are compared together, whatever their order. */
const ruleChanges = (signed: readonly RuleDigest[] = [], found: readonly RuleDigest[] = []): readonly RuleChange[] => {
  const [before, after] = [hashesById(signed), hashesById(found)];
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((rule): readonly RuleChange[] => {
    const [was, is] = [before.get(rule), after.get(rule)];
    if (was === is) return [];
    return [{ rule, change: was === undefined ? "added" : is === undefined ? "removed" : "changed" }];
  });
};

const hashesById = (rules: readonly RuleDigest[]): ReadonlyMap<string, string> =>
  new Map(
    [...Map.groupBy(rules, ({ id }) => id)].map(([id, versions]) => [
      id,
      versions
        .map(({ hash }) => hash)
        .toSorted()
        .join(" "),
    ]),
  );
