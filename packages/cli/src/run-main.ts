import { CommanderError } from "commander";
import * as Result from "effect/Result";
import { chooseCommand } from "./command/program.ts";
import { EXIT, type ExitCode } from "./io/exit-code.ts";
import { failure, type Problem } from "./io/failure.ts";
import type { Io } from "./io/io.ts";
import { printFailure } from "./io/print-failure.ts";
import { Refused } from "./io/refused.ts";
import { systemProblem } from "./io/system-problem.ts";

/** Runs the command line and says what the shell is to be told. Nothing throws past this point. */
export const runMain = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  const json = argv.includes("--json");
  try {
    const chosen = await chooseCommand(argv, io);
    if (chosen === null) return EXIT.ok;
    const outcome = await chosen.run(chosen.raw, io);
    if (Result.isSuccess(outcome)) return outcome.success;
    printFailure(io, outcome.failure, json);
    return outcome.failure.exit;
  } catch (error) {
    return afterThrow(error, io, json);
  }
};

const afterThrow = (error: unknown, io: Io, json: boolean): ExitCode => {
  // Commander has printed what was wrong with the call.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof Refused) {
    printFailure(io, error.failure, json);
    return error.failure.exit;
  }
  if (io.signal.aborted) {
    io.err("stopped: nothing was written\n");
    return EXIT.interrupted;
  }
  const problem = systemProblem(error);
  const told = problem === null ? failure(EXIT.internal, [internal(error, io)]) : failure(EXIT.badInput, [problem]);
  printFailure(io, told, json);
  return told.exit;
};

/** The message itself may quote a record, so only the kind of fault and, when asked for, where it happened are printed. */
const internal = (error: unknown, io: Io): Problem => ({
  where: null,
  problem: `a fault in victim-rights itself (${kindOf(error)})${io.env["VICTIM_RIGHTS_DEBUG"] === "1" ? `\n${placesOf(error)}` : ""}`,
  fix: "run again with VICTIM_RIGHTS_DEBUG=1 for the place, and report it",
});

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const placesOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? "")
        .split("\n")
        .filter((line) => line.startsWith("    at "))
        .join("\n")
    : "";
