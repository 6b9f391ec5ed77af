import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** What a clone would hold: files under version control, and new ones that are not ignored. */
const committed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root })
  .toString()
  .split("\n")
  .filter((path) => path !== "" && existsSync(join(root, path)));

const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

/** Lines of the files that match, as `path:line: text`. */
const found = (paths: readonly string[], pattern: RegExp): readonly string[] =>
  paths.flatMap((path) =>
    textOf(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])),
  );

const itself = ".ci/house-rules.test.ts";
const prose = committed.filter((path) => /[.](ts|js|mjs|json|md|ya?ml)$|^[.]ci\/run$/u.test(path) && path !== itself);
const code = prose.filter((path) => /[.](ts|js|mjs)$/u.test(path));
const tests = code.filter((path) => /[.]test(-d)?[.]ts$/u.test(path));
const sources = code.filter((path) => /^packages\/[^/]+\/src\//u.test(path) && !tests.includes(path));

const sizeOf = (path: string): number =>
  textOf(path)
    .split("\n")
    .filter((line) => !/^\s*(\/\/|\/?\*|$)/u.test(line)).length;

describe("the house", () => {
  test("has these rooms and no other", () => {
    const rooms = "packages examples docs rules package.json pnpm-workspace.yaml pnpm-lock.yaml tsconfig.base.json";
    const allowed = new Set([...rooms.split(" "), "vitest.workspace.ts", "README.md", "SECURITY.md", "LICENSE"]);
    const top = new Set(committed.map((path) => path.replace(/\/.*/u, "")));
    expect([...top].filter((name) => !name.startsWith(".") && !allowed.has(name))).toEqual([]);
  });

  test("leaves nothing for later", () => {
    expect(found(prose, /\b(TODO|FIXME|HACK|XXX)\b/u)).toEqual([]);
  });

  test("names no machine's path and no registry's host", () => {
    const path = /(^|[\s"'`(=:])\/(work|tmp|home|root|Users)\/|registry\.[a-z0-9-]+\.[a-z]+/u;
    expect(found(prose, path)).toEqual([]);
  });

  test("throws for a broken invariant only", () => {
    const raised = sources.filter((path) => path !== "packages/core/src/invariant.ts");
    const rethrown = raised.filter((path) => !path.startsWith("packages/cli/"));
    expect(found(raised, /^\s*throw new\b|[{)] throw new\b/u)).toEqual([]);
    expect(found(rethrown, /^\s*throw\b|[{)] throw\b/u)).toEqual([]);
  });

  test("keeps each file to one subject of at most 300 lines", () => {
    expect(code.filter((path) => sizeOf(path) > 300)).toEqual([]);
  });

  test("names a file for what it holds", () => {
    const vague = /^(utils?|helpers?|common|types|misc|shared|lib)$/u;
    const names = code.flatMap((path) => path.split("/").map((name) => [path, basename(name).replace(/[.].*/u, "")]));
    expect(names.filter(([, name = ""]) => vague.test(name)).map(([path]) => path)).toEqual([]);
  });

  test("names no state in the code of a package", () => {
    const states = readdirSync(join(root, "rules")).map((folder) => folder.replace("us-", ""));
    const named = new RegExp(`\\bus-(${states.join("|")})\\b|Montana|Mississippi|Missouri`, "u");
    expect(found(sources, named)).toEqual([]);
  });

  test("skips no test and focuses on none", () => {
    expect(found(tests, /\b(it|test|describe)\.(skip|only|todo|fails|skipIf|runIf)\b|\bx(it|describe)\(/u)).toEqual([]);
  });

  test("runs every example in a doc comment", () => {
    expect(found(sources, /^\s*\*?\s*```ts\s*$/u)).toEqual([]);
  });
});
