import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as Result from "effect/Result";
import { type Law, loadLaw } from "../src/index.ts";
import { readFolder } from "./law-folder.ts";

const ROOT = join(import.meta.dirname, "../../../rules");

/** The law of every state that is shipped. */
export const shippedLaws = (): readonly Law[] =>
  readdirSync(ROOT)
    .filter((name) => existsSync(join(ROOT, name, "jurisdiction.json")))
    .map((name) => Result.getOrThrow(loadLaw(readFolder(join(ROOT, name)))));
