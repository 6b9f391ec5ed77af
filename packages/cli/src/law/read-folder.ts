import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Reads a state folder's JSON files by path inside the folder, with forward slashes; the package's own manifest is not law. */
export const readFolder = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}node_modules${sep}`) && relative(folder, path) !== "package.json")
    .sort();
  const texts = await Promise.all(
    paths.map(async (path) => [relative(folder, path).split(sep).join("/"), await readFile(path, "utf8")] as const),
  );
  return new Map(texts);
};
