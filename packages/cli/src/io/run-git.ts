import { execFile } from "node:child_process";

/** What git said, or why it could not be asked: it is not installed, or it refused with a line of its own. */
export type GitAnswer =
  | { readonly ok: true; readonly out: Buffer }
  | { readonly ok: false; readonly installed: boolean; readonly message: string };

/** Rules of a state take a few megabytes at most. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Asks git in a folder, without a shell. What is given as input is written to its standard input. */
export const runGit = (folder: string, args: readonly string[], input = ""): Promise<GitAnswer> =>
  new Promise((settle) => {
    const options = { cwd: folder, env: environment(), encoding: "buffer", maxBuffer: MAX_BYTES } as const;
    const child = execFile("git", [...args], options, (error, out, err) => {
      if (error === null) settle({ ok: true, out });
      else settle({ ok: false, installed: error.code !== "ENOENT", message: firstLine(err.toString("utf8")) });
    });
    // A git that never started has closed its input: its absence is told by the callback.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });

/** The caller's surroundings, without those that would point git at another repository than the folder's own. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))),
  LC_ALL: "C",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
});

const firstLine = (text: string): string => text.trim().split("\n")[0] ?? "";
