import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { repositoryOfState } from "./git-repository.ts";
import { temporaryFiles } from "./temporary.ts";

const FACTS = { "event.kind": "escape", "claimant.took-part": false, "harm.directness": "direct" };

/** A decision made in a clone, whose rules were changed and tagged since. */
const decidedBeforeAChange = async () => {
  const repository = repositoryOfState();
  const files = temporaryFiles({ facts: JSON.stringify(FACTS), receipt: "" });
  const inside = { cwd: repository.root };
  const { out } = await run(
    ["decide", "notice", "-j", "xx-cl", "--as-of", "2026-11-23", "--facts", files.facts, "--json"],
    inside,
  );
  const { receipt } = temporaryFiles({ receipt: out });
  repository.git("tag", "@example/rules-xx-cl@1.2.0");
  repository.edit("notification.json", /"amount": 30/u, '"amount": 31');
  repository.commit("second edition");
  const replay = (...more: readonly string[]) => run(["replay", receipt, "--facts", files.facts, ...more], inside);
  return { repository, replay };
};

describe("replay --rules-at", () => {
  test("reproduces a decision by the rules of a commit, where those on the disk do not", async () => {
    const { replay } = await decidedBeforeAChange();
    expect((await replay()).exit).toBe(1);
    expect(await replay("--rules-at", "HEAD~1")).toMatchObject({ exit: 0, err: "" });
  });

  test("takes the version of the folder's package for its tag", async () => {
    const { replay } = await decidedBeforeAChange();
    expect((await replay("--rules-at", "1.2.0")).out).toContain("the whole answer, with its receipt, is the same");
    expect((await replay("--rules-at", "main")).exit).toBe(1);
  });

  test("refuses a ref that git does not know, and one that it would take for an option", async () => {
    const { replay } = await decidedBeforeAChange();
    expect(await replay("--rules-at", "1.3.0")).toMatchObject({ exit: 3, out: "" });
    expect(await replay("--rules-at=--all")).toMatchObject({ exit: 2, out: "" });
  });

  test("asks for a signature of the rules in git when one is wanted", async () => {
    const { replay } = await decidedBeforeAChange();
    const { exit, err } = await replay("--rules-at", "HEAD~1", "--require-signed");
    expect(exit).toBe(2);
    expect(err).toContain("no key is trusted");
  });
});
