import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./temporary.ts";

/** A clone of one's own with the example state in it, for one test. */
export type Repository = {
  readonly root: string;
  readonly git: (...args: readonly string[]) => string;
  /** Edits a file of the state. */
  readonly edit: (file: string, from: RegExp, to: string) => void;
  readonly commit: (message: string) => void;
};

const NOBODY = {
  GIT_AUTHOR_NAME: "n",
  GIT_AUTHOR_EMAIL: "n@example.org",
  GIT_COMMITTER_NAME: "n",
  GIT_COMMITTER_EMAIL: "n@example.org",
};

export const repositoryOfState = (): Repository => {
  const root = temporaryFolder();
  const git = (...args: readonly string[]): string => {
    const env = { PATH: process.env["PATH"], HOME: root, GIT_CONFIG_NOSYSTEM: "1", ...NOBODY };
    return execFileSync("git", [...args], { cwd: root, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  };
  const commit = (message: string): void => {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  };
  const edit = (file: string, from: RegExp, to: string): void => {
    const path = join(root, "rules", "xx-cl", file);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  };
  git("init", "--quiet", "--initial-branch=main");
  cpSync(join(import.meta.dirname, "state"), join(root, "rules"), { recursive: true });
  writeFileSync(join(root, "rules", "xx-cl", "package.json"), '{ "name": "@example/rules-xx-cl" }');
  commit("first edition");
  return { root, git, edit, commit };
};
