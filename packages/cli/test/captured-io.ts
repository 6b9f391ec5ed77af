import { Readable } from "node:stream";
import type { ExitCode } from "../src/io/exit-code.ts";
import type { Io } from "../src/io/io.ts";
import { runMain } from "../src/run-main.ts";

/** What a run said and how it ended. */
export type Run = { readonly exit: ExitCode; readonly out: string; readonly err: string };

export type Surroundings = Partial<Pick<Io, "isTerminal" | "env" | "cwd" | "signal">> & { readonly stdin?: string };

/** An outside that remembers what it was told. */
export const capturedIo = ({ stdin = "", ...rest }: Surroundings = {}): {
  readonly io: Io;
  readonly said: { out: string; err: string };
} => {
  const said = { out: "", err: "" };
  const io: Io = {
    stdin: Readable.from(stdin === "" ? [] : [stdin]),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    isTerminal: { stdin: false, stdout: false, stderr: false },
    env: {},
    cwd: import.meta.dirname,
    signal: new AbortController().signal,
    ...rest,
  };
  return { io, said };
};

/** Runs the command line in this process. The state `xx-cl` lies under `state/`, feeds under `feed/`. */
export const run = async (argv: readonly string[], surroundings: Surroundings = {}): Promise<Run> => {
  const { io, said } = capturedIo(surroundings);
  const exit = await runMain(argv, io);
  return { exit, ...said };
};

/** The options that name the example state. */
const STATE = ["--rules", "state", "--jurisdiction", "xx-cl"] as const;
export const ON = [...STATE, "--as-of", "2026-11-23"] as const;
