import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ON, run } from "./captured-io.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

const FACTS = {
  "event.kind": "parole-hearing-scheduled",
  "claimant.kind": "natural-person",
  "claimant.relation": "self",
  "claimant.took-part": false,
  "direct-victim.age": 40,
  "harm.directness": "direct",
  "offense.on-the-list": false,
  "registration.written-request": true,
};

/** A decision on file: the whole answer, the receipt alone, and the facts; and the rules, to be changed. */
const decided = async (...more: readonly string[]) => {
  const { out } = await run(["decide", "notice", ...ON, "--facts", "-", "--json", ...more], {
    stdin: JSON.stringify(FACTS),
  });
  const whole = JSON.parse(out) as { readonly receipt: Record<string, unknown> };
  const files = temporaryFiles({
    whole: out,
    receipt: JSON.stringify(whole.receipt),
    facts: JSON.stringify(FACTS),
    otherFacts: JSON.stringify({ ...FACTS, "registration.written-request": false }),
  });
  const rules = temporaryFolder();
  cpSync(join(import.meta.dirname, "state"), rules, { recursive: true });
  const edit = (from: string | RegExp, to: string, file = "notification.json"): void => {
    const path = join(rules, "xx-cl", file);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(new RegExp(from, "gu"), to));
  };
  const replay = (receipt: string, facts = files.facts, ...others: readonly string[]) =>
    run(["replay", receipt, "--facts", facts, "--rules", rules, ...others]);
  return { ...files, rules, edit, replay, receiptFields: whole.receipt };
};

const differing = (out: string): readonly string[] =>
  (JSON.parse(out) as { differences: { field: string }[] }).differences.map(({ field }) => field);

describe("replay", () => {
  test("reproduces a decision from its receipt, and from the whole answer", async () => {
    const { replay, receipt, whole } = await decided();
    expect(await replay(receipt)).toEqual({
      exit: 0,
      out: "reproduced  yes  xx-cl notice, as of 2026-11-23 (edition 2025)\n  the receipt is the same to the byte\n",
      err: "",
    });
    expect((await replay(whole)).out).toContain("the whole answer, with its receipt, is the same to the byte");
  });

  test("turns on the rules that were on", async () => {
    const { replay, receipt } = await decided("--enable", "xx-cl/notice/death");
    expect((await replay(receipt)).exit).toBe(0);
  });

  test("does not mind white space in the rules", async () => {
    const { replay, receipt, edit } = await decided();
    edit("\n *", "\n");
    expect((await replay(receipt)).exit).toBe(0);
  });

  test("says which edition was decided by, and which is here", async () => {
    const { replay, receipt, edit } = await decided();
    edit('"edition": "2025",\n  "rules"', '"edition": "2026",\n  "rules"');
    const { exit, out } = await replay(receipt);
    expect(exit).toBe(1);
    expect(out).toBe(
      [
        "not reproduced  xx-cl notice, as of 2026-11-23 (edition 2025)",
        "  edition: decided under edition `2025`; the rules here are edition `2026`",
        "  ruleHash: the rules are not those decided by: find edition `2025` and name its folder with",
        "    `--rules`",
        "",
      ].join("\n"),
    );
  });

  test("says that rules were changed under the same edition's name", async () => {
    const { replay, receipt, edit } = await decided();
    edit('"amount": 30', '"amount": 31');
    const { out } = await replay(receipt);
    expect(out.replaceAll(/\s+/gu, " ")).toContain(
      "ruleHash: the rules here call themselves the same edition, `2025`, but were changed since",
    );
  });

  test("says that the facts are others, and the answer with them", async () => {
    const { replay, receipt, otherFacts } = await decided();
    const { exit, out } = await replay(receipt, otherFacts, "--json");
    expect(exit).toBe(1);
    expect(differing(out)).toEqual(["factsDigest", "answer", "grounds"]);
  });

  test("names each field of the receipt that was changed", async () => {
    const { replay, receiptFields } = await decided();
    const forged = { ...receiptFields, answer: "no", grounds: [] };
    const { file } = temporaryFiles({ file: JSON.stringify(forged) });
    const { exit, out } = await replay(file);
    expect(exit).toBe(1);
    expect(out).toContain("answer: the answer was no, and here is yes");
    expect(out).toContain("grounds: the answer rested on none, and here rests on `xx-cl/notice/parole-hearing`");
  });

  test("says of a receipt of another version that its version is wrong", async () => {
    const { replay, receiptFields } = await decided();
    const { file } = temporaryFiles({ file: JSON.stringify({ ...receiptFields, version: 2 }) });
    const { exit, err } = await replay(file);
    expect(exit).toBe(3);
    expect(err).toMatch(/ \$\.version: .*; write one of `1`\n$/u);
    expect(err).not.toContain("undefined");
  });

  test("holds a whole answer to its citations as well", async () => {
    const { replay, whole } = await decided();
    const { file } = temporaryFiles({
      file: readFileSync(whole, "utf8").replace('"status": "read"', '"status": "partial"'),
    });
    const { exit, out } = await replay(file, undefined, "--json");
    expect(exit).toBe(1);
    expect(differing(out)).toEqual(["determination.grounds"]);
  });

  test("says that the rules here have no such question or rule", async () => {
    const { replay, receiptFields } = await decided();
    for (const [change, message] of [
      [{ question: "notices" }, "no question `notices`"],
      [{ enabled: ["xx-cl/notice/birth"] }, "no rule `xx-cl/notice/birth`"],
    ] as const) {
      const { file } = temporaryFiles({ file: JSON.stringify({ ...receiptFields, ...change }) });
      const { exit, out } = await replay(file);
      expect(exit).toBe(1);
      expect(out).toContain(message);
    }
  });
});

describe("replay refuses", () => {
  test.each([
    ["what is no receipt", "{}"],
    ["a receipt of another version", JSON.stringify({ receipt: { version: 2 } })],
    ["what is not JSON", "{"],
  ])("%s", async (_, text) => {
    const { replay } = await decided();
    const { file } = temporaryFiles({ file: text });
    const { exit, out, err } = await replay(file);
    expect({ exit, out }).toEqual({ exit: 3, out: "" });
    expect(err).toContain(file);
  });

  test("facts that fit no vocabulary", async () => {
    const { replay, receipt } = await decided();
    const { file } = temporaryFiles({ file: '{"event.knd": "escape"}' });
    expect(await replay(receipt, file)).toMatchObject({ exit: 3, out: "" });
  });

  test("a state that is not there", async () => {
    const { replay, receiptFields, facts } = await decided();
    const { file } = temporaryFiles({ file: JSON.stringify({ ...receiptFields, jurisdiction: "xx-zz" }) });
    expect(await replay(file, facts)).toMatchObject({ exit: 3, out: "" });
  });
});
