import { readFileSync } from "node:fs";
import { join } from "node:path";

type Manifest = { readonly exports?: Readonly<Record<string, unknown>> };

/** A library's doors by name, each with its source, as its package.json opens them in the workspace: `{ index: "src/index.ts" }`. */
export const doorsOf = (folder: string): Readonly<Record<string, string>> => {
  const { exports = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const sources = Object.values(exports).filter((target) => typeof target === "string" && target.endsWith(".ts"));
  return Object.fromEntries(
    sources.map((source) => [String(source).replace(/^.*\/|\.ts$/gu, ""), String(source).slice(2)]),
  );
};
