import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as Result from "effect/Result";
import type { LawFiles } from "../src/load/law-files.ts";
import type { Law } from "../src/load/law.ts";
import { loadLaw } from "../src/load/load-law.ts";

/** The JSON files of a state folder, by path. */
export const readFiles = (folder: string): LawFiles => {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  const files = names.filter((name) => !name.includes("node_modules") && name !== "package.json");
  return new Map(files.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]));
};

/** A state folder as loaded. */
export const readLaw = (folder: string): Law => Result.getOrThrow(loadLaw(readFiles(folder)));
