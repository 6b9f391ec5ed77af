import { CommanderError } from "commander";
import * as Result from "effect/Result";
import { chooseCommand } from "./command/program.ts";
import { EXIT, type ExitCode } from "./io/exit-code.ts";
import { type Failure, failure, type Problem } from "./io/failure.ts";
import type { Io } from "./io/io.ts";
import { printFailure } from "./io/print-failure.ts";

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
  if (io.signal.aborted) {
    io.err("stopped: nothing was written\n");
    return EXIT.interrupted;
  }
  const refused = systemFailure(error) ?? failure(EXIT.internal, [internal(error, io)]);
  printFailure(io, refused, json);
  return refused.exit;
};

const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: "permission was denied",
  EPERM: "permission was denied",
  EROFS: "the disk cannot be written to",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of the path is a file and not a folder",
  EEXIST: "a file stands where a folder should be",
  EISDIR: "a folder stands where a file should be",
  EMFILE: "too many files are open",
  EIO: "the disk could not be read or written",
};

/** What the operating system refuses is no fault of this program: it is told with the path, and nothing was written. */
const systemFailure = (error: unknown): Failure | null => {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const problem = REFUSALS[error.code];
  const where = "path" in error && typeof error.path === "string" ? error.path : null;
  return problem === undefined ? null : failure(EXIT.badInput, [{ where, problem, fix: "nothing was written" }]);
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
