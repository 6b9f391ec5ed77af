import { posix } from "node:path";
import { z } from "zod";
import { runGit } from "../io/run-git.ts";

/** Where git is asked, and of which commit. */
type AtCommit = { readonly cwd: string; readonly commit: string };

/** The folder in which a package was in a commit, from the top of the repository; `null` when that is not one folder. */
export const folderOfPackage = async (at: AtCommit, name: string): Promise<string | null> => {
  const found: string[] = [];
  for (const path of await manifestsNaming(at, name))
    if (await isNamed(at, path, name)) found.push(posix.dirname(path));
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** Other packages name it too, as one that they depend on. */
const manifestsNaming = async ({ cwd, commit }: AtCommit, name: string): Promise<readonly string[]> => {
  const where = ["--", ":(top,glob)**/package.json"];
  const answer = await runGit(cwd, ["grep", "-l", "-z", "-F", "--full-name", "-e", `"${name}"`, commit, ...where]);
  if (!answer.ok) return [];
  const lines = answer.out.toString("utf8").split("\0");
  return lines.flatMap((line) => (line.startsWith(`${commit}:`) ? [line.slice(commit.length + 1)] : []));
};

const Manifest = z.looseObject({ name: z.string() });

const isNamed = async ({ cwd, commit }: AtCommit, path: string, name: string): Promise<boolean> => {
  const answer = await runGit(cwd, ["cat-file", "blob", `${commit}:${path}`]);
  return answer.ok && nameIn(answer.out.toString("utf8")) === name;
};

const nameIn = (manifest: string): string | null => {
  try {
    return Manifest.safeParse(JSON.parse(manifest)).data?.name ?? null;
  } catch {
    return null;
  }
};
