/**
 * Runs what the documentation shows. A `ts` block is a program of its own, where `expression; // => value` is a claim.
 * An `sh` block of `victim-rights` commands followed by a `text` block prints just that text.
 */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const scratch = join(root, "out", "markdown");
const command = join(root, "packages", "cli", "bin", "victim-rights.js");

type Block = { readonly language: string; readonly line: number; readonly body: string };

const blocksOf = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(/^```(\w+)[^\n]*\n(.*?)^```$/gmsu)].map(({ 1: language = "", 2: body = "", index }) => ({
    language,
    line: markdown.slice(0, index).split("\n").length,
    body,
  }));

/** Turns each `expression; // => value` into an assertion. */
const withClaims = (program: string): string =>
  program
    .replaceAll(/^console\.log\((.+)\);?[ \t]*\/\/ => /gmu, "$1; // => ")
    .replaceAll(/^(.+?);?[ \t]*\/\/ => (.+?);?$/gmu, "__expect($1).toEqual($2);");

const runProgram = async (name: string, program: string): Promise<void> => {
  mkdirSync(scratch, { recursive: true });
  const path = join(scratch, `${name}.ts`);
  writeFileSync(path, `import { expect as __expect } from "vitest";\n${withClaims(program)}\nexport {};\n`);
  await import(path);
};

const isCommand = (line: string): boolean => /^(npx )?victim-rights /u.test(line);

/** Runs a block as a shell would, with `victim-rights` standing for this clone's command. */
const printedBy = (commands: string): string => {
  const script = commands.replaceAll(/^(?:npx )?victim-rights /gmu, '"$NODE" "$COMMAND" ');
  const env = { ...process.env, NODE: process.execPath, COMMAND: command, NO_COLOR: "1", COLUMNS: "120" };
  return execFileSync("sh", ["-c", script], { cwd: root, env, encoding: "utf8" });
};

/** Targets of links to files of this repository, without their anchors. */
const linksOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\]\(([^)#\s]+)[^)]*\)/gu)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/u.test(target));

const trimmed = (text: string): string => text.replaceAll(/[ \t]+$/gmu, "").trim();

const pages = globSync(["README.md", "docs/**/*.md", "packages/*/README.md"], { cwd: root }).toSorted();

test("the documentation has pages", () => {
  expect(pages).toContain("README.md");
});

describe.each(pages)("%s", (page) => {
  const markdown = readFileSync(join(root, page), "utf8");
  const blocks = blocksOf(markdown);
  const programs = blocks.filter(({ language }) => language === "ts");
  const shown = blocks.flatMap(({ language, body, line }, index) => {
    const next = blocks[index + 1];
    const shows = language === "sh" && isCommand(body) && next?.language === "text";
    return shows ? [{ line, body, printed: next.body }] : [];
  });

  test("each link to a file leads to one", () => {
    const lost = linksOf(markdown).filter((link) => !existsSync(join(root, dirname(page), link)));
    expect(lost).toEqual([]);
  });

  test.each(programs)("the program on line $line holds", async ({ line, body }) => {
    const name = `${page.replaceAll(/[^\w]/gu, "-")}-${line}`;
    await expect(runProgram(name, body)).resolves.toBeUndefined();
  });

  test.each(shown)("the command on line $line prints what is shown", ({ body, printed }) => {
    expect(trimmed(printedBy(body))).toBe(trimmed(printed));
  });
});
