import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

const root = join(import.meta.dirname, "..");

/** One named piece of work: a command line, run at the root with the workspace's tools on the path. */
export type Step = {
  readonly name: string;
  readonly run: string;
  /** What to do when it fails, in one line. */
  readonly remedy?: string;
  /** Steps of the same plan that must have passed before. */
  readonly needs?: readonly string[];
  /** Lines of its output to show although it passed. */
  readonly tells?: RegExp;
  /** Gives the terminal to the command instead of keeping its output for a failure. */
  readonly shown?: boolean;
};

export type Outcome = { readonly passed: boolean; readonly output: string; readonly seconds: number };

const environment = {
  ...process.env,
  CI: "true",
  PATH: [join(root, "node_modules", ".bin"), process.env["PATH"]].join(delimiter),
};

/** Runs a step to its end. Never rejects: a command that cannot start is a step that failed. */
export const runStep = ({ run, shown = false }: Step): Promise<Outcome> => {
  const started = performance.now();
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const child = spawn(run, {
    cwd: root,
    env: environment,
    shell: true,
    stdio: shown ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  const pieces: Buffer[] = [];
  // Ctrl-C reaches a command that has the terminal by itself; whoever started it waits until it has stopped.
  const wait = (): void => {};
  if (shown) process.on("SIGINT", wait);
  const end = (passed: boolean, last = "") => {
    process.off("SIGINT", wait);
    resolve({
      passed,
      output: Buffer.concat(pieces).toString() + last,
      seconds: (performance.now() - started) / 1000,
    });
  };
  child.stdout?.on("data", (piece: Buffer) => pieces.push(piece));
  child.stderr?.on("data", (piece: Buffer) => pieces.push(piece));
  child.on("error", (error) => end(false, error.message));
  child.on("close", (code) => end(code === 0));
  return promise;
};
