import { execFileSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const built = join(root, "packages", "cli", "dist", "main.js");

const changedAt = (path: string): number => statSync(path).mtimeMs;

/** Builds the command when a source is newer than it, so that no test runs one that is out of date. */
export default function buildCommand(): void {
  const sources = globSync(["packages/*/src/**/*.{ts,json}", "packages/*/package.json"], { cwd: root });
  const isCurrent = existsSync(built) && sources.every((source) => changedAt(join(root, source)) <= changedAt(built));
  if (!isCurrent)
    execFileSync("pnpm", ["--filter", "@victim-rights/cli", "run", "build"], { cwd: root, stdio: "ignore" });
}
