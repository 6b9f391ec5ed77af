import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { compileQuestion, type CompileOptions } from "../decide/compile-question.ts";
import type { CompileError } from "../decide/errors.ts";
import type { QuestionId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { exportNames } from "./export-names.ts";
import { answeredTypes, factTypes } from "./fact-types.ts";
import { header } from "./header.ts";
import { questionCode } from "./question-code.ts";
import type { Writable } from "./writable.ts";

/** The text of every file to write, by its path with forward slashes. */
export type ModuleFiles = ReadonlyMap<string, string>;

/** Which questions are written, and how they are compiled; every question of the law when none is named. */
export type ModuleOptions = CompileOptions & { readonly questions?: readonly QuestionId[] };

/** A question without a diagram: its rules can be read, and not written out. */
export class QuestionTooLarge extends Data.TaggedError("QuestionTooLarge")<{ readonly question: QuestionId }> {
  override get message(): string {
    return `the rules of \`${this.question}\` need more nodes than allowed: allow more, or decide with \`decide\`, which reads them plainly`;
  }
}

/** A question named as a file that all modules share, such as `index`: its own module would write over that file. */
export class ModuleNameTaken extends Data.TaggedError("ModuleNameTaken")<{
  readonly question: QuestionId;
  readonly path: string;
}> {
  override get message(): string {
    return `a module of \`${this.question}\` would take the place of \`${this.path}\`, which all modules share: write the other questions by name, or give this one another`;
  }
}

/**
 * Writes questions of a law, as it stood on a day, as ES modules that import nothing: one for each question, with types,
 * and an `index.js` that names them all. Each answers exactly as `evaluate` does, without generating code. The same law
 * gives the same text, byte for byte.
 * @errors as `compileQuestion`, for the first question that cannot be compiled, or `QuestionTooLarge`; then `ModuleNameTaken`.
 */
export const writeModules = (
  law: Law,
  options: ModuleOptions,
): Result.Result<ModuleFiles, CompileError | QuestionTooLarge | ModuleNameTaken> => {
  const asked = [...new Set(options.questions ?? law.questions.keys())].toSorted();
  const compiled = Result.all(asked.map((question) => writable(law, question, options)));
  return Result.flatMap(compiled, (questions) => filesOf(law, questions));
};

const writable = (
  law: Law,
  question: QuestionId,
  options: CompileOptions,
): Result.Result<Writable, CompileError | QuestionTooLarge> =>
  Result.flatMap(compileQuestion(law, question, options), (compiled) =>
    compiled.diagrams === null
      ? Result.fail(new QuestionTooLarge({ question }))
      : Result.succeed({ ...compiled, diagrams: compiled.diagrams }),
  );

const filesOf = (law: Law, questions: readonly Writable[]): Result.Result<ModuleFiles, ModuleNameTaken> => {
  const shared = sharedFiles(law, questions);
  const modules = questions.flatMap(modulesOf);
  const taken = modules.find(({ path }) => shared.has(path));
  if (taken !== undefined) return Result.fail(new ModuleNameTaken({ question: taken.question, path: taken.path }));
  return Result.succeed(new Map([...shared, ...modules.map(({ path, text }) => [path, text] as const)]));
};

const sharedFiles = (law: Law, questions: readonly Writable[]): ModuleFiles => {
  const names = exportNames(questions.map(({ question }) => question));
  const index = names.map(({ question, name }) => `export * as ${name} from "./${question}.js";\n`).join("");
  return new Map([
    ["package.json", manifest(law)],
    ["index.js", index],
    ["index.d.ts", index],
    ["facts.d.ts", factTypes(law)],
    ["answered.d.ts", answeredTypes],
  ]);
};

type Module = { readonly question: QuestionId; readonly path: string; readonly text: string };

const modulesOf = (compiled: Writable): readonly Module[] => {
  const { question } = compiled;
  return [
    { question, path: `${question}.js`, text: questionCode(compiled) },
    { question, path: `${question}.d.ts`, text: questionTypes(compiled) },
  ];
};

const manifest = (law: Law): string =>
  `${JSON.stringify(
    {
      name: `${law.id}-compiled`,
      private: true,
      type: "module",
      sideEffects: false,
      exports: { ".": "./index.js", "./*": "./*.js" },
    },
    null,
    2,
  )}\n`;

const questionTypes = (compiled: Writable): string => {
  const up = compiled.question.includes("/") ? "../".repeat(compiled.question.split("/").length - 1) : "./";
  return [
    header(compiled),
    `import type { Answered, LawRead } from "${up}answered.js";`,
    `import type { Facts } from "${up}facts.js";`,
    "/** The law that is answered from. */",
    "export declare const law: LawRead;",
    "/** Answers the question for one set of facts; facts left out, `null` and uncertain ones stay open. */",
    "export declare const answer: (facts: Facts) => Answered;\n",
  ].join("\n");
};
