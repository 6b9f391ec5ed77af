import { Command, CommanderError } from "commander";
import { EXIT_CODES_HELP } from "../io/exit-code.ts";
import type { Io } from "../io/io.ts";
import { runAsk } from "./ask.ts";
import { runCheck } from "./check.ts";
import { runDecide } from "./decide.ts";
import { runExplain } from "./explain.ts";
import { runFacts } from "./facts.ts";
import type { Run } from "./outcome.ts";
import { runPlanCommand } from "./plan.ts";
import { addQuestionOptions, addStateOptions } from "./shared-options.ts";

/** The command that was chosen, with its options as given. */
export type Chosen = { readonly run: Run; readonly raw: Readonly<Record<string, unknown>> };

/** Reads the command line; `null` when it asked only for help or the version, which have been printed. A wrong call throws commander's error. */
export const chooseCommand = async (argv: readonly string[], io: Io): Promise<Chosen | null> => {
  let chosen: Chosen | null = null;
  const program = buildProgram(io, (run, raw) => {
    chosen = { run, raw };
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return null;
    throw error;
  }
  return chosen;
};

type Choose = (run: Run, raw: Readonly<Record<string, unknown>>) => void;

const buildProgram = (io: Io, choose: Choose): Command => {
  const program = new Command("victim-rights")
    .description("Who is a victim, who must be told, by when, and why: victims' rights law as data.")
    .version("0.1.0")
    .addHelpText("after", EXIT_CODES_HELP)
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHasColors: () => false, getErrHasColors: () => false })
    .exitOverride()
    .helpCommand(true);
  addPlan(program, choose);
  addQuestionCommands(program, choose);
  program
    .command("check <dir>")
    .description("check a state's rule files and cases, or every state in a folder")
    .option("--coverage", "list every row of law as encoded, off, or not encoded with the reason")
    .option("--json", "print JSON for another program")
    .action((dir: string, options: object) => choose(runCheck, { ...options, dir }));
  for (const command of program.commands) command.configureOutput(program.configureOutput()).exitOverride();
  return program;
};

const addPlan = (program: Command, choose: Choose): void => {
  addStateOptions(program.command("plan"))
    .description(
      "plan a day's notices from an agency's own exports: what is owed, what needs a person, what is not owed",
    )
    .option("--events <file...>", "custody events, schedules and offenses: CSV or JSON Lines")
    .option("--registrations <file...>", "registrations: CSV or JSON Lines")
    .option("--map <file>", "how the agency's own columns and codes are read")
    .option("--now <time>", "the moment to plan for: an ISO timestamp with its offset")
    .option(
      "--out <dir>",
      "where notices.jsonl, needs-a-person.jsonl, not-owed.jsonl, rejects.jsonl and report.html go",
    )
    .option("--policy <file>", "the agency's service targets and the rules it turns on")
    .option("--strict", "exit with 1 when any row was rejected")
    .action((options: object) => choose(runPlanCommand, { ...options }));
};

const addQuestionCommands = (program: Command, choose: Choose): void => {
  const add = (name: string, run: Run, description: string): Command =>
    addQuestionOptions(program.command(`${name} <question>`))
      .description(description)
      .action((question: string, options: object) => choose(run, { ...options, question }));
  add("decide", runDecide, "answer a question for one set of facts")
    .option("--facts <file>", "the facts as JSON; `-` reads standard input")
    .option("--engine <name>", "`diagram`, or `reference`: the slow reading by json-rules-engine", "diagram");
  add("explain", runExplain, "answer a question and say why, in words").option(
    "--facts <file>",
    "the facts as JSON; `-` reads standard input",
  );
  add("ask", runAsk, "ask only what still matters, until the question is answered").option(
    "--facts <file>",
    "facts that are already known, as JSON",
  );
  add("facts", runFacts, "list the facts that a question reads");
};
