import { LocalDate } from "@victim-rights/core";
import { type Law, QuestionId, RuleId } from "@victim-rights/rules";
import { diffLaws, differs, type LawSide, type Pair } from "@victim-rights/rules/analysis";
import * as Result from "effect/Result";
import { z } from "zod";
import { type Compared, inJson } from "../diff/compared.ts";
import { lawAt } from "../diff/law-at.ts";
import { printMarkdown } from "../diff/print-markdown.ts";
import { printText } from "../diff/print-text.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";

const DiffCommandOptions = z.object({
  left: z.string().min(1),
  right: z.string().min(1),
  asOf: LocalDate,
  asOfRight: LocalDate.optional(),
  question: z.array(QuestionId).default([]),
  enable: z.array(RuleId).default([]),
  by: z.enum(["rule", "effect"]).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  witness: z.boolean().default(false),
  json: z.boolean().default(false),
  markdown: z.boolean().default(false),
});
type DiffCommandOptions = z.infer<typeof DiffCommandOptions>;

/** Compares two laws for everyone at once and says for whom, and in what, they differ. */
const runDiff = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(DiffCommandOptions, raw), (options) =>
    thenDo(lawAt(io, options.left), (left) =>
      thenDo(lawAt(io, options.right), (right) =>
        thenDo(sidesOf({ left: left.law, right: right.law }, options), (sides) =>
          Result.map(compare({ left, right }, sides, options), (compared) => {
            if (options.json) sayJson(io, inJson(compared));
            else if (options.markdown) printMarkdown(io, compared);
            else printText(io, compared);
            return differs(compared.diff) ? EXIT.findings : EXIT.ok;
          }),
        ),
      ),
    ),
  );

/** A rule to turn on may be new or gone: each side turns on those that it has. */
const sidesOf = (laws: Pair<Law>, options: DiffCommandOptions): Result.Result<Pair<LawSide>, Failure> => {
  const { asOf, asOfRight = asOf, enable, question } = options;
  const [left, right] = [known(laws.left), known(laws.right)];
  const strange = [
    ...enable.filter((id) => !left.rules.has(id) && !right.rules.has(id)).map((id) => `no rule \`${id}\` to turn on`),
    ...question
      .filter((id) => !left.questions.has(id) && !right.questions.has(id))
      .map((id) => `no question \`${id}\``),
  ];
  if (strange.length > 0) return Result.fail(neitherSide(strange));
  return Result.succeed({
    left: { law: laws.left, asOf, enable: enable.filter((id) => left.rules.has(id)) },
    right: { law: laws.right, asOf: asOfRight, enable: enable.filter((id) => right.rules.has(id)) },
  });
};

const known = ({ questions }: Law) => ({
  questions: new Set(questions.keys()),
  rules: new Set([...questions.values()].flatMap(({ file }) => file.rules.map(({ id }) => id))),
});

const neitherSide = (problems: readonly string[]): Failure =>
  failure(
    EXIT.usage,
    problems.map((problem) => ({ where: null, problem: `${problem} on either side`, fix: "check its spelling" })),
  );

const compare = (
  read: Compared["read"],
  sides: Pair<LawSide>,
  { question, by, limit, witness }: DiffCommandOptions,
): Result.Result<Compared, Failure> => {
  const isOneState = sides.left.law.id === sides.right.law.id;
  const names = isOneState
    ? { left: "before", right: "after" }
    : { left: sides.left.law.id, right: sides.right.law.id };
  const compared = diffLaws(sides, { only: question, names, ...given({ by, limit }) });
  return Result.mapBoth(compared, {
    onSuccess: (diff) => ({ diff, read, sides, names, show: limit ?? null, witness }),
    onFailure: (refused) => failure(EXIT.usage, [{ where: null, problem: refused.message, fix: null }]),
  });
};

const given = <Options extends object>(options: Options): { [Key in keyof Options]?: NonNullable<Options[Key]> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;

/** Adds `diff` to the command line. */
export const addDiff: AddCommand = (program, choose) =>
  void program
    .command("diff <left> <right>")
    .description(
      "say for whom two editions, two states or two days of the law differ; a folder may be `folder@git-ref`",
    )
    .option("--as-of <date>", "the day whose law is read, YYYY-MM-DD")
    .option("--as-of-right <date>", "the day for the right side, when it is another")
    .option("--question <id...>", "compare these questions only")
    .option("--enable <rule...>", "turn on rules that are off by default, on the sides that have them")
    .option("--by <what>", "compare by `rule`, or by `effect` (default: by rule within one state)")
    .option("--limit <n>", "how many groups of people to find and tell for each difference (default: a few)")
    .option("--witness", "tell one person of each group too, fact by fact")
    .option("--json", "print JSON for another program")
    .option("--markdown", "print Markdown for a comment on a change")
    .action((left: string, right: string, options: object) => choose(runDiff, { ...options, left, right }));
