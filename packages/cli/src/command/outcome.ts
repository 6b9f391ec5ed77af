import type { Command } from "commander";
import type * as Result from "effect/Result";
import type { ExitCode } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";

/** What a command comes to: what the shell is told, or why it could not be done. */
export type Outcome = Result.Result<ExitCode, Failure>;

/** A command as the program runs it: options as the command line gave them, not yet checked. */
export type Run = (raw: unknown, io: Io) => Promise<Outcome>;

/** Chooses a command, with its options as given. */
export type Choose = (run: Run, raw: Readonly<Record<string, unknown>>) => void;

/** Adds a command to the command line; each command does so beside its own code. */
export type AddCommand = (program: Command, choose: Choose) => void;
