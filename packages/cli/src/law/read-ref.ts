import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { LawFiles } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { type GitAnswer, runGit } from "../io/run-git.ts";
import { thenDo } from "../io/then-do.ts";
import { folderOfPackage } from "./folder-of-package.ts";

/** A folder's files as they were in a commit. */
export type FolderInGit = {
  readonly files: LawFiles;
  readonly commit: string;
  /** The ref that was found: the one asked for, or the package's own tag of that version. */
  readonly ref: string;
  /** The folder as asked for; where the package was in another folder then, that one, from the top of the repository. */
  readonly path: string;
};

type Asked = { readonly path: string; readonly ref: string };
type Located = Asked & { readonly cwd: string; readonly prefix: string; readonly packageName: string | null };
type Step<Value> = Promise<Result.Result<Value, Failure>>;

/**
 * Reads a folder's JSON files as they were in a commit, branch or tag. Where there is no ref `1.2.0`, the tag
 * `<package>@1.2.0` of the folder's own package is tried, as releases are tagged; where that package was in another folder
 * then, that one is read. Nothing is checked out or written.
 */
export const readRef = (io: Io, asked: Asked): Step<FolderInGit> =>
  thenDo(refusedName(asked), () =>
    thenDo(locate(io, asked), (located) =>
      thenDo(findCommit(located), ({ commit, ref }) =>
        thenDo(listFiles(located, commit), ({ entries, path }) =>
          thenDo(readFiles(located, entries), (files) => Result.succeed({ files, commit, ref, path })),
        ),
      ),
    ),
  );

/** Git would take such a name for an option. */
const refusedName = ({ path, ref }: Asked): Result.Result<null, Failure> => {
  if (ref === "") return usage(`${path}@`, "nothing follows the `@`", "name a commit, branch or tag after it");
  const dashed = [path, ref].find((name) => name.startsWith("-"));
  if (dashed === undefined) return Result.succeed(null);
  return usage(dashed, "neither a folder nor a ref may begin with `-`", "write a folder as `./-name`");
};

const usage = (where: string, problem: string, fix: string): Result.Result<never, Failure> =>
  Result.fail(failure(EXIT.usage, [{ where, problem, fix }]));

const refuse = (where: string, problem: string, fix: string): Result.Result<never, Failure> =>
  Result.fail(failure(EXIT.badInput, [{ where, problem, fix }]));

/** The folder may be gone from the disk by now: git is asked in the nearest one above it that is there. */
const locate = async (io: Io, asked: Asked): Step<Located> => {
  const folder = resolve(io.cwd, asked.path);
  const cwd = nearestFolder(folder);
  const answer = await runGit(cwd, ["rev-parse", "--show-prefix"]);
  if (!answer.ok) return notAsked(answer, asked.path, "it is not in a git repository");
  const above = answer.out.toString("utf8").trimEnd();
  const prefix = `${above}${relative(cwd, folder).split(sep).join("/")}`.replace(/\/$/u, "");
  return Result.succeed({ ...asked, cwd, prefix, packageName: packageNameIn(folder) });
};

const nearestFolder = (folder: string): string => (existsSync(folder) ? folder : nearestFolder(dirname(folder)));

const packageNameIn = (folder: string): string | null => {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return null;
  const name = /"name"\s*:\s*"(?<name>[^"]+)"/u.exec(readFileSync(manifest, "utf8"))?.groups?.["name"];
  return name ?? null;
};

const notAsked = (
  answer: Extract<GitAnswer, { ok: false }>,
  where: string,
  problem: string,
): Result.Result<never, Failure> =>
  answer.installed
    ? refuse(where, problem, `git says: ${answer.message === "" ? "nothing" : answer.message}`)
    : refuse(where, "git is not installed, and it is needed for `@`", "install git, or name two folders");

const findCommit = async ({ cwd, path, ref, packageName }: Located): Step<{ commit: string; ref: string }> => {
  const tag = packageName === null ? [] : [`refs/tags/${packageName}@${ref}`];
  for (const name of [ref, ...tag]) {
    const answer = await runGit(cwd, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
    if (answer.ok) return Result.succeed({ commit: answer.out.toString("utf8").trim(), ref: name });
  }
  const tried = packageName === null ? "" : `, nor a tag \`${packageName}@${ref}\``;
  return refuse(
    `${path}@${ref}`,
    `git knows no commit, branch or tag \`${ref}\`${tried}`,
    "fetch it, or see `git tag`",
  );
};

type Entry = { readonly object: string; readonly path: string };

type Listed = { readonly entries: readonly Entry[]; readonly path: string };

/** A folder that was called otherwise in that commit is found by the name of its package. */
const listFiles = async (located: Located, commit: string): Step<Listed> => {
  const { cwd, prefix, path, ref, packageName } = located;
  const answer = await listTree(cwd, `${commit}:${prefix}`);
  if (answer.ok) return Result.succeed({ entries: entriesOf(answer.out), path });
  const before = packageName === null ? null : await folderOfPackage({ cwd, commit }, packageName);
  if (before === null) return notAsked(answer, `${path}@${ref}`, NO_SUCH_FOLDER);
  const other = await listTree(cwd, `${commit}:${before}`);
  return other.ok
    ? Result.succeed({ entries: entriesOf(other.out), path: before })
    : notAsked(other, `${before}@${ref}`, NO_SUCH_FOLDER);
};

const listTree = (cwd: string, tree: string): Promise<GitAnswer> =>
  runGit(cwd, ["ls-tree", "-r", "-z", "--full-tree", tree]);

const entriesOf = (out: Buffer): readonly Entry[] =>
  out
    .toString("utf8")
    .split("\0")
    .flatMap((line) => {
      const found = /^100\d{3} blob (?<object>[0-9a-f]+)\t(?<path>.*)$/su.exec(line)?.groups;
      return found === undefined ? [] : [{ object: found["object"] ?? "", path: found["path"] ?? "" }];
    })
    .filter((entry) => isLawFile(entry.path));

const NO_SUCH_FOLDER =
  "there is no such folder at that ref; if it was called otherwise then, name it so, with the whole name of the tag";

/** The JSON files of a folder on the disk are chosen so, too. */
const isLawFile = (path: string): boolean =>
  path.endsWith(".json") && path !== "package.json" && !/(^|\/)node_modules\//u.test(path);

const readFiles = async ({ cwd, path, ref }: Located, entries: readonly Entry[]): Step<LawFiles> => {
  const asked = entries.map(({ object }) => `${object}\n`).join("");
  const answer = await runGit(cwd, ["cat-file", "--batch"], asked);
  if (!answer.ok) return notAsked(answer, `${path}@${ref}`, "its files could not be read");
  const files = new Map<string, string>();
  let at = 0;
  for (const entry of entries) {
    const header = answer.out.subarray(at, answer.out.indexOf("\n", at)).toString("utf8");
    const size = Number(/ blob (?<size>\d+)$/u.exec(header)?.groups?.["size"]);
    if (!Number.isSafeInteger(size))
      return refuse(`${path}@${ref}`, `\`${entry.path}\` is missing from this clone`, "fetch it");
    const start = at + Buffer.byteLength(header) + 1;
    files.set(entry.path, answer.out.subarray(start, start + size).toString("utf8"));
    at = start + size + 1;
  }
  return Result.succeed(files);
};
