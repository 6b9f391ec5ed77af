import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { readStrictly } from "../io/read-strictly.ts";
import { refused } from "../io/refused.ts";

/**
 * Reads a state folder's JSON files by path inside the folder, with forward slashes; the package's own manifest and what is
 * installed inside the folder are not law. Throws `Refused` with every file that is not UTF-8.
 */
export const readFolder = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(isLawPath)
    .sort();
  const read = await Promise.all(
    paths.map(async (path) => [path, readStrictly(join(folder, path), await readFile(join(folder, path)))] as const),
  );
  const problems = read.flatMap(([, file]) => (file.ok ? [] : [file.problem]));
  if (problems.length > 0) throw refused(problems);
  return new Map(read.flatMap(([path, file]) => (file.ok ? [[path, file.text] as const] : [])));
};

/** The folder may itself lie in a `node_modules`, where a state's package is installed: only the path inside it counts. */
const isLawPath = (path: string): boolean =>
  path.endsWith(".json") && path !== "package.json" && !path.split("/").includes("node_modules");
