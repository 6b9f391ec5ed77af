import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { LawFiles } from "../src/index.ts";

/** Where the example jurisdiction and its broken twins lie. */
export const EXAMPLE_LAW = join(import.meta.dirname, "law");

/** Reads a folder of JSON files as the loader wants them: by path, with forward slashes. */
export const readFolder = (folder: string): LawFiles =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".json"))
      .map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]),
  );

/** A folder's path from the example law, for a test's name. */
export const shortPath = (folder: string): string => relative(EXAMPLE_LAW, folder);
