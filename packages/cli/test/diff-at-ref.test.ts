import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { type Repository, repositoryOfState } from "./git-repository.ts";
import { temporaryFolder } from "./temporary.ts";

const DAY = ["--as-of", "2026-11-23"] as const;
const LAW = "notification.json";
const REQUEST = /,\s*\{\s*"fact": "registration.written-request",\s*"operator": "equal",\s*"value": true\s*\}/u;

describe("diff with git", () => {
  const at = (repository: Repository, ...argv: readonly string[]) =>
    run(["diff", ...argv, ...DAY], { cwd: repository.root });

  const changed = (): Repository => {
    const repository = repositoryOfState();
    repository.git("tag", "@example/rules-xx-cl@1.2.0");
    repository.edit(LAW, REQUEST, "");
    return repository;
  };

  test("reads a folder as it was in a commit, and leaves the clone as it is", async () => {
    const repository = changed();
    const { exit, out } = await at(repository, "rules/xx-cl@HEAD", "rules/xx-cl");
    expect(exit).toBe(1);
    expect(out).toMatch(/^before: rules\/xx-cl@HEAD \(commit [0-9a-f]{10}\), as of 2026-11-23\n/u);
    expect(out).toContain("GAINED");
    expect(repository.git("status", "--porcelain")).toBe(" M rules/xx-cl/notification.json\n");
  });

  test("finds the tag of the folder's own package, and says so", async () => {
    const { out } = await at(changed(), "rules/xx-cl@1.2.0", "rules/xx-cl");
    expect(out).toContain("before: rules/xx-cl@@example/rules-xx-cl@1.2.0 (commit ");
  });

  test("compares two commits, from a folder inside the clone", async () => {
    const repository = changed();
    repository.commit("second edition");
    const inside = { ...repository, root: join(repository.root, "rules") };
    expect((await at(inside, "xx-cl@HEAD~1", "xx-cl@main")).exit).toBe(1);
    expect((await at(inside, "xx-cl@main", "xx-cl@HEAD")).exit).toBe(0);
  });

  test("reads a folder that is gone from the disk", async () => {
    const repository = repositoryOfState();
    rmSync(join(repository.root, "rules"), { recursive: true });
    expect((await at(repository, "rules/xx-cl@HEAD", "rules/xx-cl@main")).exit).toBe(0);
  });

  test("finds the folder of the package where it was called otherwise at the ref", async () => {
    const repository = repositoryOfState();
    repository.git("tag", "@example/rules-xx-cl@1.0.0");
    repository.git("mv", "rules/xx-cl", "clearwater");
    repository.commit("moved");
    const { exit, out, err } = await at(repository, "clearwater@1.0.0", "clearwater");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/^before: rules\/xx-cl@@example\/rules-xx-cl@1\.0\.0 \(commit /u);
    expect((await at(repository, "clearwater/@HEAD", "clearwater")).exit).toBe(0);
  });

  test("says how to name a folder that was called otherwise and has no package", async () => {
    const repository = repositoryOfState();
    repository.git("rm", "--quiet", "rules/xx-cl/package.json");
    repository.commit("no package");
    repository.git("tag", "old");
    repository.git("mv", "rules/xx-cl", "clearwater");
    repository.commit("moved");
    const { exit, err } = await at(repository, "clearwater@old", "clearwater");
    expect(exit).toBe(3);
    expect(err).toContain("there is no such folder at that ref; if it was called otherwise then, name it so");
  });

  test.each([
    [
      "a ref that is not there",
      "rules/xx-cl@9.9.9",
      3,
      "git knows no commit, branch or tag `9.9.9`, nor a tag `@example/rules-xx-cl@9.9.9`",
    ],
    ["a folder that is not there", "rules/xx-zz@HEAD", 3, "there is no such folder at that ref"],
    [
      "a ref that git would take for an option",
      "rules/xx-cl@--output=x",
      2,
      "neither a folder nor a ref may begin with `-`",
    ],
    ["an empty ref", "rules/xx-cl@", 2, "nothing follows the `@`"],
    ["a ref that is no commit", "rules/xx-cl@HEAD:rules", 3, "git knows no commit, branch or tag"],
    ["a folder of no state", "rules@HEAD", 3, "jurisdiction.json"],
  ])("refuses %s", async (_, left, exit, message) => {
    const outcome = await at(repositoryOfState(), left, "rules/xx-cl");
    expect(outcome).toMatchObject({ exit, out: "" });
    expect(outcome.err).toContain(message);
  });

  test("refuses a folder that is in no repository", async () => {
    const cwd = temporaryFolder();
    cpSync(join(import.meta.dirname, "state", "xx-cl"), join(cwd, "old"), { recursive: true });
    const outcome = await run(["diff", "old@HEAD", "old", ...DAY], { cwd });
    expect(outcome.exit).toBe(3);
    expect(outcome.err).toContain("it is not in a git repository");
  });
});
