import { Command, CommanderError } from "commander";
import { EXIT_CODES_HELP } from "../io/exit-code.ts";
import type { Io } from "../io/io.ts";
import { addAllocate } from "./allocate.ts";
import { addAnalyze } from "./analyze.ts";
import { addAsk } from "./ask.ts";
import { addAuditLog } from "./audit-log.ts";
import { addCheck } from "./check.ts";
import { addCompile } from "./compile.ts";
import { addCover } from "./cover.ts";
import { addDecide } from "./decide.ts";
import { addDiff } from "./diff.ts";
import { addExplain } from "./explain.ts";
import { addExport } from "./export.ts";
import { addFacts } from "./facts.ts";
import { addFormat } from "./format.ts";
import { addLedger } from "./ledger.ts";
import { addMutate } from "./mutate.ts";
import { addNewState } from "./new-state.ts";
import type { AddCommand, Choose, Run } from "./outcome.ts";
import { addPack } from "./pack.ts";
import { addPlan } from "./plan.ts";
import { addPrint } from "./print.ts";
import { addProgramCase } from "./program-case.ts";
import { addProve } from "./prove.ts";
import { addReplay } from "./replay.ts";
import { addSchema } from "./schema.ts";
import { addScreen } from "./screen.ts";
import { addSql } from "./sql.ts";

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

/** Every command, in the order that the help lists them. */
const COMMANDS: readonly AddCommand[] = [
  addPlan,
  addDecide,
  addExplain,
  addAsk,
  addFacts,
  addCheck,
  addCover,
  addMutate,
  addAnalyze,
  addProve,
  addDiff,
  addNewState,
  addSchema,
  addFormat,
  addPrint,
  addAllocate,
  addLedger,
  addScreen,
  addProgramCase,
  addReplay,
  addPack,
  addAuditLog,
  addSql,
  addExport,
  addCompile,
];

const buildProgram = (io: Io, choose: Choose): Command => {
  const program = new Command("victim-rights")
    .description("Who is a victim, who must be told, by when, and why: victims' rights law as data.")
    .version("0.1.0")
    .addHelpText("after", EXIT_CODES_HELP)
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHasColors: () => false, getErrHasColors: () => false })
    .exitOverride()
    .helpCommand(true);
  for (const add of COMMANDS) add(program, choose);
  for (const command of program.commands) command.configureOutput(program.configureOutput()).exitOverride();
  return program;
};
