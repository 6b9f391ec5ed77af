import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { describe, expect, test } from "vitest";
import config from "../.dependency-cruiser.mjs";

const here = import.meta.dirname;

const cruised = async (baseDir: string, folders: string[]): Promise<ICruiseResult> => {
  const { forbidden, options } = config;
  const result = await cruise(folders, { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  if (typeof result.output === "string") throw new Error("the cruiser answered with text");
  return result.output;
};

describe("the rules of dependency", async () => {
  const { summary } = await cruised(join(here, "planted"), ["packages", "examples"]);
  const caught = summary.violations.map(({ rule, from }) => `${rule.name}: ${from.replace("packages/", "")}`);

  test.each([
    ["never-upward", "core/src/upward.ts"],
    ["never-upward", "core/src/example.ts"],
    ["siblings-never-meet", "victim-definition/src/sibling.ts"],
    ["nothing-imports-an-example", "core/src/example.ts"],
    ["doors-only", "rules/src/deep.ts"],
    ["doors-only", "examples/feed/deep.ts"],
    ["no-circular", "core/src/cycle-back.ts"],
    ["nothing-unresolved", "core/src/unresolved.ts"],
    ["pure-below-the-command", "rules/src/reads-disk.ts"],
    ["no-state-in-code", "core/src/state.ts"],
    ["generators-only-in-evidence", "rules/src/generator.ts"],
    ["rules-engine-only-in-rules", "notification/src/engine.ts"],
    ["date-libraries-only-in-core-time", "core/src/dates.ts"],
    ["date-libraries-only-in-core-time", "notification/src/zones.ts"],
    ["layout-only-where-diagrams-are-drawn", "rules/src/drawn.ts"],
    ["dmn-only-in-export", "rules/src/tabled.ts"],
    ["terminal-libraries-only-in-cli", "rules/src/table.ts"],
  ])("%s catches %s", (rule, file) => {
    expect(caught).toContain(`${rule}: ${file}`);
  });

  test("every rule has a planted violation", () => {
    const silent = config.forbidden.filter(({ name }) => !caught.some((line) => line.startsWith(`${name}: `)));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

test("the cruiser follows an import from one package through the door of another", async () => {
  const { modules } = await cruised(join(here, ".."), ["packages/rules/src"]);
  const reached = new Set(modules.flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved)));
  expect(reached).toContain("packages/core/src/index.ts");
});
