/** Packs every publishable package as pnpm would publish it, and reads each tarball as a consumer's tools do. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..");
const tarballs = join(root, "out", "packed");

const run = async (command: string, ...words: string[]): Promise<string | undefined> => {
  const outcome = promisify(execFile)(command, words, { cwd: root });
  return outcome.then(
    () => undefined,
    ({ stdout, stderr, message }: { stdout?: string; stderr?: string; message: string }) =>
      [message, stdout, stderr].filter(Boolean).join("\n"),
  );
};

const foldersOf = (parent: string): string[] => readdirSync(join(root, parent)).map((name) => join(root, parent, name));

type Manifest = { readonly name: string; readonly version: string };

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const check = async (folder: string): Promise<readonly string[]> => {
  const { name, version } = manifestOf(folder);
  const tarball = join(tarballs, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
  const typed = existsSync(join(folder, "src", "index.ts"));
  const problems = [
    await run("publint", "run", tarball, "--strict"),
    typed ? await run("attw", tarball, "--profile", "esm-only", "--no-emoji") : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
};

rmSync(tarballs, { recursive: true, force: true });
mkdirSync(tarballs, { recursive: true });
const packed = await run(
  "pnpm",
  "-r",
  "--filter",
  "./packages/*",
  "--filter",
  "./rules/*",
  "pack",
  "--pack-destination",
  tarballs,
);
const problems = packed === undefined ? [] : [packed];
if (packed === undefined) {
  for (const folder of [...foldersOf("packages"), ...foldersOf("rules")]) problems.push(...(await check(folder)));
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
