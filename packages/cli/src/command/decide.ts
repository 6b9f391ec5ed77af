import type { CompiledQuestion, Facts } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { readFacts } from "../facts/read-facts.ts";
import { EXIT, type ExitCode } from "../io/exit-code.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { compileAsked, decideAsked } from "../law/compile-asked.ts";
import { decideByReference, type ReferenceAnswer } from "../law/decide-by-reference.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { printDetermination } from "./print-determination.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

const DecideOptions = z.object({
  ...QUESTION_OPTIONS,
  facts: z.string().min(1),
  engine: z.enum(["diagram", "reference"]).default("diagram"),
});
type DecideOptions = z.infer<typeof DecideOptions>;

/** Answers one question for one set of facts. */
const runDecide = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(DecideOptions, raw), (options) =>
    thenDo(compileAsked(io, options), (compiled) =>
      thenDo(readFacts(io, options.facts), (facts) =>
        options.engine === "diagram"
          ? byDiagram(io, { compiled, facts, options })
          : byReference(io, { compiled, facts, options }),
      ),
    ),
  );

type Deciding = { readonly compiled: CompiledQuestion; readonly facts: Facts; readonly options: DecideOptions };

const byDiagram = (io: Io, { compiled, facts, options }: Deciding): Outcome =>
  Result.map(decideAsked(compiled, facts, options.facts), (determination) => {
    if (options.json) sayJson(io, determination);
    else printDetermination(io, determination, compiled.law.profile.sources);
    return EXIT.ok;
  });

const byReference = async (io: Io, { compiled, facts, options }: Deciding): Promise<Outcome> =>
  Result.map(await decideByReference(compiled, facts, options.facts), (answer) => {
    if (options.json) sayJson(io, answer);
    else printReference(io, answer);
    return exitOf(answer);
  });

/** The two readings of one file must agree: where they do not, that is what was found. */
const exitOf = ({ agreesWithDiagram }: ReferenceAnswer): ExitCode => (agreesWithDiagram ? EXIT.ok : EXIT.findings);

const printReference = (io: Io, { answer, grounds, overridden, agreesWithDiagram }: ReferenceAnswer): void => {
  say(io, `${answer}  by json-rules-engine; the diagram ${agreesWithDiagram ? "agrees" : "DOES NOT AGREE"}`);
  for (const rule of grounds) say(io, `  ${rule}`);
  for (const rule of overridden) say(io, `  ${rule} (set aside)`);
};

/** Adds `decide` to the command line. */
export const addDecide: AddCommand = (program, choose) =>
  void addQuestionOptions(program.command("decide <question>"))
    .description("answer a question for one set of facts")
    .option("--facts <file>", "the facts as JSON; `-` reads standard input")
    .option("--engine <name>", "`diagram`, or `reference`: the slow reading by json-rules-engine", "diagram")
    .action((question: string, options: object) => choose(runDecide, { ...options, question }));
