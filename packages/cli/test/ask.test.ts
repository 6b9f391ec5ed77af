import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ON, run } from "./captured-io.ts";
import { temporaryFiles } from "./temporary.ts";

const ask = (answers: string, ...more: readonly string[]) => run(["ask", "notice", ...ON, ...more], { stdin: answers });

const askJson = async (answers: string, ...more: readonly string[]) => {
  const { out } = await ask(answers, "--json", ...more);
  return JSON.parse(out) as {
    readonly asked: readonly string[];
    readonly facts: Readonly<Record<string, unknown>>;
    readonly determination: { readonly answer: string };
  };
};

describe("ask", () => {
  test("asks only what still matters", async () => {
    const { asked, determination } = await askJson("clemency-denied\n");
    expect(asked).toEqual(["event.kind"]);
    expect(determination.answer).toBe("no");
  });

  test("stops once the question is answered", async () => {
    const known = {
      "event.kind": "parole-hearing-scheduled",
      "claimant.kind": "natural-person",
      "claimant.took-part": false,
      "harm.directness": "direct",
    };
    const files = temporaryFiles({ "known.json": JSON.stringify(known) });
    const { exit, out, err } = await ask("yes\nno\n", "--facts", files["known.json"]);
    expect(exit).toBe(0);
    expect(out).toContain("yes  xx-cl notice");
    expect(err.match(/\?\n/gu)).toHaveLength(1);
    expect(err).toContain("Is a written request for notice on file?\nyes or no\n> ");
  });

  test("puts a question again, with what may be written, until it is answered", async () => {
    const { err } = await ask("nonsense\nclemency-denied\n");
    expect(err).toContain("write a name or its number; `?word` lists the names with that word");
  });

  test("lists the names that hold a word, and all of them when asked", async () => {
    const { err } = await ask("?clemency\n?all\nclemency-denied\n");
    expect(err).toMatch(/write one of: \d+ clemency-application-filed, .*clemency-denied/u);
    expect(err).toContain("write one of: 1 arrest, 2 admission");
  });

  test("writes a record of the interview that its owner alone can read", async () => {
    const files = temporaryFiles({ "known.json": "{}" });
    const path = join(dirname(files["known.json"] ?? ""), "transcript.json");
    await ask("escape\nnot known\nskip\n", "--transcript", path);
    const { steps, ended } = JSON.parse(readFileSync(path, "utf8"));
    expect(steps.map((step: { readonly answer: unknown }) => step.answer)).toEqual([
      { kind: "value", value: "escape" },
      { kind: "not-known" },
      { kind: "skipped" },
    ]);
    expect(ended).toBe("stopped");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("takes the number of a choice", async () => {
    expect((await askJson("1\n")).facts["event.kind"]).toBe("arrest");
  });

  test("leaves a skipped question open and asks the next", async () => {
    const { asked, facts, determination } = await askJson("escape\nskip\nskip\nskip\nskip\nskip\nskip\n");
    expect(asked.length).toBeGreaterThan(2);
    expect(Object.keys(facts)).toEqual(["event.kind"]);
    expect(determination.answer).toBe("undetermined");
  });

  test("notes what nobody knows, and never asks it again", async () => {
    const { asked, facts } = await askJson(`escape\n${"not known\n".repeat(10)}`);
    expect(facts[asked[1] ?? ""]).toEqual({ uncertain: true });
    expect(new Set(asked).size).toBe(asked.length);
  });

  test("begins from facts that are known", async () => {
    const files = temporaryFiles({ "known.json": JSON.stringify({ "event.kind": "clemency-denied" }) });
    expect((await askJson("", "--facts", files["known.json"])).asked).toEqual([]);
  });

  test("answers from what it has when the answers end", async () => {
    const { exit, out } = await ask("escape\n");
    expect(exit).toBe(0);
    expect(out).toContain("undetermined");
  });

  test("refuses facts that do not fit before it asks anything", async () => {
    const files = temporaryFiles({ "known.json": JSON.stringify({ "event.kind": "flood" }) });
    const { exit, err } = await ask("", "--facts", files["known.json"]);
    expect(exit).toBe(3);
    expect(err).toContain("`event.kind` cannot be `flood`");
  });
});
