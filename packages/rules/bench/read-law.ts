import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as Result from "effect/Result";
import type { Law } from "../src/load/law.ts";
import { loadLaw } from "../src/load/load-law.ts";

/** A state folder as loaded, or `null` when it is not there or does not load yet. */
export const readLaw = (folder: string): Law | null => {
  if (!existsSync(join(folder, "jurisdiction.json"))) return null;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  const files = names.filter((name) => !name.includes("node_modules") && name !== "package.json");
  const texts = new Map(
    files.map((name) => [relative(".", name).replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]),
  );
  const loaded = loadLaw(texts);
  if (Result.isFailure(loaded)) console.log(`${folder} does not load: ${loaded.failure.message}`);
  return Result.isFailure(loaded) ? null : loaded.success;
};
