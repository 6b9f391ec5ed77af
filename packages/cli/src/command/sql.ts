import type { CompiledQuestion } from "@victim-rights/rules";
import { questionToSql, SQL_DIALECTS, type SqlQuestion } from "@victim-rights/rules/sql";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { compileAsked } from "../law/compile-asked.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

const SqlCommandOptions = z.object({
  ...QUESTION_OPTIONS,
  dialect: z.enum(SQL_DIALECTS),
  table: z.string().min(1).default("facts"),
  key: z.array(z.string().min(1)).default(["id"]),
  expression: z.enum(["answer", "grounds", "missing", "invalid"]).optional(),
});
type SqlCommandOptions = z.infer<typeof SqlCommandOptions>;

/** Prints a question as SQL: a query over a table of facts, or one of its expressions. */
const runSql = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(SqlCommandOptions, raw), (options) =>
    thenDo(compileAsked(io, options), (compiled) =>
      Result.map(printed(compiled, options), (sql) => {
        if (options.json) sayJson(io, sql);
        else say(io, options.expression === undefined ? `${sql.query};` : sql.expressions[options.expression]);
        return EXIT.ok;
      }),
    ),
  );

const printed = (
  compiled: CompiledQuestion,
  { dialect, table, key }: SqlCommandOptions,
): Result.Result<SqlQuestion, Failure> =>
  Result.mapError(questionToSql(compiled, { dialect, table: table.split("."), key }), (error) =>
    failure(EXIT.usage, [{ where: null, problem: error.message, fix: null }]),
  );

/** Adds `sql` to the command line. */
export const addSql: AddCommand = (program, choose) =>
  void addQuestionOptions(program.command("sql <question>"))
    .description("print a question as SQL, with NULL as a fact that is not known")
    .option("--dialect <name>", `the engine it is for: ${SQL_DIALECTS.join(", ")}`)
    .option("--table <name>", "the table that holds a row of facts per key; a dot parts it from its schema", "facts")
    .option("--key <column...>", "the columns that name a row (default: id)")
    .option("--expression <name>", "print one expression alone: answer, grounds, missing or invalid")
    .action((question: string, options: object) => choose(runSql, { ...options, question }));
