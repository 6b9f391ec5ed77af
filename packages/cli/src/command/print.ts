import { resolve } from "node:path";
import { LocalDate } from "@victim-rights/core";
import { type Law, RuleId } from "@victim-rights/rules";
import { type Chart, chartToMermaid, chartToSvg, QUESTION_CHART_NODES } from "@victim-rights/rules/authoring";
import type { Command } from "commander";
import * as Result from "effect/Result";
import { z } from "zod";
import { writeTogether } from "../author/write-together.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { loadState } from "../law/load-state.ts";
import { filesToWrite } from "../print/files-to-write.ts";
import { chartToShow, type PrintedQuestion, printQuestion } from "../print/print-question.ts";
import { runPrintMachine } from "../program/print-machine.ts";
import { PROGRAMMES } from "../program/programmes.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

/** No more nodes are drawn, whatever is asked for: placing them would take minutes, and nobody could follow them. */
const MOST_NODES = 2000;

const PrintOptions = z.object({
  ...QUESTION_OPTIONS,
  asOf: LocalDate.optional(),
  rule: RuleId.optional(),
  format: z.enum(["guide", "mermaid", "svg"]).default("guide"),
  out: z.string().min(1).optional(),
  maxNodes: z.coerce.number().int().min(1).max(MOST_NODES).default(QUESTION_CHART_NODES),
  charts: z.boolean().default(true),
});
type PrintOptions = z.infer<typeof PrintOptions>;

/** Prints a question, or one rule of it, as a guide in plain English or as a flow chart. */
const runPrint = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(PrintOptions, raw), (options) =>
    thenDo(loadState(io, options), (law) =>
      Result.map(printQuestion(law, options), (printed) => {
        if (options.out === undefined) print(io, options, { law, printed });
        else write(io, { ...options, out: options.out }, { law, printed });
        return EXIT.ok;
      }),
    ),
  );

type Ready = { readonly law: Law; readonly printed: PrintedQuestion };

const print = (io: Io, options: PrintOptions, { law, printed }: Ready): void => {
  if (options.json) return sayJson(io, asJson(options, { law, printed }));
  const chart = chartToShow(printed);
  io.out(options.format === "guide" || chart === undefined ? printed.guide : FORMATS[options.format](chart));
};

const FORMATS: Readonly<Record<"mermaid" | "svg", (chart: Chart) => string>> = {
  mermaid: chartToMermaid,
  svg: chartToSvg,
};

/** All but the pictures, which another program has from `--format svg` or `--out`. */
const asJson = ({ question }: PrintOptions, { law, printed }: Ready): object => ({
  jurisdiction: law.id,
  question,
  asOf: printed.asOf,
  guide: printed.guide,
  answer: printed.answer === null ? null : { ...printed.answer, mermaid: chartToMermaid(printed.answer.chart) },
  rules: printed.rules.map(({ rule, chart }) => ({
    rule: rule.id,
    inForce: rule.inForce,
    chart,
    mermaid: chartToMermaid(chart),
  })),
});

const write = (io: Io, options: PrintOptions & { readonly out: string }, { law, printed }: Ready): void => {
  const { question, out, json } = options;
  const files = filesToWrite(printed);
  writeTogether(new Map([...files].map(([path, text]) => [resolve(io.cwd, out, path), text])));
  const paths = [...files.keys()];
  if (json) return sayJson(io, { jurisdiction: law.id, question, asOf: printed.asOf, out, files: paths });
  say(io, `${law.profile.name} on ${printed.asOf}: wrote ${paths.length} files to ${out}`);
  for (const path of paths) say(io, `  ${path}`);
};

/** Adds `print` to the command line. */
export const addPrint: AddCommand = (program, choose) =>
  void addQuestionOptions(program.command("print [question]"))
    .description(
      "write a question's rules as a guide in plain English or a flow chart; without --as-of, for the day of their last review",
    )
    .option("--rule <id>", "one rule of the question alone")
    .option("--program <name>", `in place of a question, the steps of a programme: ${PROGRAMMES.join(", ")}`)
    .option("--format <name>", "guide (Markdown), mermaid or svg (default: guide; mermaid for a programme)")
    .option("--out <path>", "write the guide and every chart, as Mermaid and SVG, to a folder; a programme to a file")
    .option(
      "--max-nodes <n>",
      `how many nodes the question's chart may have before an overview takes its place (default: ${QUESTION_CHART_NODES})`,
    )
    .option("--no-charts", "leave the charts out of the guide")
    .action((question: string | undefined, options: { readonly program?: string }, command: Command) => {
      if (options.program !== undefined) return choose(runPrintMachine, { ...options, question });
      if (question === undefined) command.error("error: missing required argument 'question', or --program <name>");
      choose(runPrint, { ...options, question });
    });
