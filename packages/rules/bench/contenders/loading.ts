import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as Result from "effect/Result";
import { loadLaw } from "../../src/load/load-law.ts";
import type { Contender } from "../measure.ts";
import { readFiles } from "../read-law.ts";
import { compile, ROOT } from "../subject.ts";

/** Loads a state from its texts and compiles its largest question; one decision is one state. */
export const loadAndCompile = (): Contender => {
  const states = readdirSync(join(ROOT, "rules")).map((name) => readFiles(join(ROOT, "rules", name)));
  return {
    rows: states.length,
    run: (rounds) => {
      let sum = 0;
      for (let round = 0; round < rounds; round += 1)
        for (const files of states) sum += compile(Result.getOrThrow(loadLaw(files))).space.axes.length;
      return sum;
    },
    told: () => [],
  };
};
