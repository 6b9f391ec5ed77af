import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileQuestion, decide, factsFromStated, type Law } from "../src/index.ts";
import { writeModules } from "../src/module.ts";
import { shippedLaws } from "./shipped-laws.ts";

const asOf = LocalDate.parse("2026-11-22");
const laws = shippedLaws();

const folder = mkdtempSync(join(tmpdir(), "victim-rights-written-"));
const folderOf = (law: Law): string => join(folder, law.id);

beforeAll(() => {
  for (const law of laws)
    for (const [path, text] of Result.getOrThrow(writeModules(law, { asOf }))) {
      mkdirSync(dirname(join(folderOf(law), path)), { recursive: true });
      writeFileSync(join(folderOf(law), path), text);
    }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The cases of a law that turn nothing on, with what `decide` answers on the day the modules were written for. */
const expectedAnswers = (law: Law) =>
  [...law.cases.values()].flatMap(({ question, cases }) => {
    const compiled = Result.getOrThrow(compileQuestion(law, question, { asOf }));
    return cases.map(({ facts: stated }) => {
      const facts = factsFromStated(stated);
      const { answer, grounds, possibleGrounds, missing } = Result.getOrThrow(decide(compiled, facts));
      return { question, facts, answered: { answer, grounds, possibleGrounds, missing, refused: [] } };
    });
  });

/** The bundler that builds these packages. */
type Bundler = {
  readonly build: (options: object) => Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
};

const bundleOf = async (contents: string, resolveDir: string): Promise<string> => {
  const { build } = createRequire(fileURLToPath(import.meta.resolve("tsup")))("esbuild") as Bundler;
  const { outputFiles } = await build({ stdin: { contents, resolveDir }, bundle: true, write: false, format: "esm" });
  return outputFiles.map(({ text }) => text).join("");
};

const PROGRAM = `
  import { readFileSync } from "node:fs";
  const answers = [];
  for (const { module, facts } of JSON.parse(readFileSync(0, "utf8"))) answers.push((await import(module)).answer(facts));
  process.stdout.write(JSON.stringify(answers));
`;

describe("a state written as modules", () => {
  test("answers its cases where the platform bars code generation", () => {
    const expected = laws.flatMap((law) =>
      expectedAnswers(law).map((each) => ({
        ...each,
        module: pathToFileURL(join(folderOf(law), `${each.question}.js`)).href,
      })),
    );
    const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "-e", PROGRAM];
    const told = execFileSync(process.execPath, flags, { input: JSON.stringify(expected), encoding: "utf8" });
    expect(expected.length).toBeGreaterThan(120);
    expect(JSON.parse(told)).toEqual(expected.map(({ answered }) => answered));
  });

  test.each(laws.map((law) => [law.id, law] as const))(
    "leaves what is not read out of a bundle: %s",
    async (_, law) => {
      const rulesIn = async (code: string): Promise<readonly string[]> => {
        const bundle = await bundleOf(code, folderOf(law));
        return [...law.questions.values()].flatMap(({ file }) =>
          file.rules.some(({ id }) => bundle.includes(`"${id}"`)) ? [file.question] : [],
        );
      };
      expect(await rulesIn(`import { notice } from "./index.js"; console.log(notice.answer({}));`)).toEqual(["notice"]);
      expect(await rulesIn(`import { law } from "./notice.js"; console.log(law.edition);`)).toEqual([]);
    },
  );

  test("has types that know the facts and their values", () => {
    const [law] = laws;
    const sample = join(law === undefined ? folder : folderOf(law), "sample.ts");
    writeFileSync(sample, SAMPLE);
    const options = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [] };
    const module = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
    const program = ts.createProgram([sample], { ...options, ...module });
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  });
});

/** A mistake that the types do not catch makes its `@ts-expect-error` an error. */
const SAMPLE = `
import { notice } from "./index.js";
import { answer, law } from "./notice.js";
const { answer: found, grounds, missing } = notice.answer({ "event.kind": "release", "direct-victim.age": 40 });
const edition: string = law.edition;
const asked: readonly string[] = missing.map(({ question }) => question);
if (found === "yes") for (const { rule, cites, verified } of grounds) void [rule, cites[0]?.source, verified.status];
answer({ "event.kind": { uncertain: true }, "direct-victim.age": null });
void [edition, asked];
// @ts-expect-error no such value
answer({ "event.kind": "relase" });
// @ts-expect-error no such fact
answer({ "event.knd": "release" });
// @ts-expect-error a number, not its text
answer({ "direct-victim.age": "40" });
// @ts-expect-error no such answer
if (found === "maybe") void found;
`;
