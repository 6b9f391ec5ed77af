import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { runMain } from "../src/run-main.ts";
import { capturedIo, ON, run } from "./captured-io.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

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

  test("takes `?` for help and asks on", async () => {
    const { asked, facts } = await askJson("?\nescape\n?\n");
    expect([asked, Object.keys(facts)]).toEqual([["event.kind"], ["event.kind"]]);
  });

  test("refuses to read the facts from where the answers come", async () => {
    const { exit, out, err } = await ask('{"event.kind":"escape"}', "--facts", "-");
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toBe("error: --facts: standard input holds the answers to `ask`; name a file\n");
  });

  test("ends as at Ctrl-D where standard input has ended before the first question", async () => {
    const { io, said } = capturedIo();
    const stdin = Readable.from(["escape\n"]);
    await stdin.toArray();
    expect(await runMain(["ask", "notice", ...ON], { ...io, stdin })).toBe(0);
    expect(said.out).toContain("undetermined");
  });

  test("ends as at Ctrl-D where standard input is cut off", async () => {
    const { io, said } = capturedIo();
    const stdin = new Readable({ read: () => {} });
    stdin.push("escape\n");
    setTimeout(() => stdin.destroy(), 50);
    expect(await runMain(["ask", "notice", ...ON], { ...io, stdin })).toBe(0);
    expect(said.out).toContain("undetermined");
  });
});

describe("ask --transcript", () => {
  test.each([
    ["a folder that is not there", (folder: string) => join(folder, "none", "t.json"), "the folder is missing"],
    ["a path that is a folder", (folder: string) => folder, "a folder stands where a file should be"],
    [
      "a path through a file",
      (folder: string) => {
        writeFileSync(join(folder, "file"), "");
        return join(folder, "file", "t.json");
      },
      "a part of the path is a file and not a folder",
    ],
  ])("refuses %s before the first question", async (_, pathIn, problem) => {
    const path = pathIn(temporaryFolder());
    const { exit, out, err } = await ask("escape\n", "--transcript", path);
    expect([exit, out]).toEqual([3, ""]);
    expect(err).toMatch(/^error: [^\n]*\n$/u);
    expect(err).toContain(problem);
  });

  test("prints the answer even where the record cannot be written in the end", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "t.json");
    const { io, said } = capturedIo();
    const stdin = Readable.from(
      (function* () {
        yield "escape\n";
        mkdirSync(join(path, "full"), { recursive: true });
      })(),
    );
    expect(await runMain(["ask", "notice", ...ON, "--transcript", path], { ...io, stdin })).toBe(3);
    expect(said.out).toContain("undetermined");
    expect(said.err).toContain(path);
  });
});

describe("ask, where the rules contradict each other", () => {
  /** The example state without what lets its rules stand together. */
  const clashing = (): readonly string[] => {
    const folder = temporaryFolder();
    cpSync(join(import.meta.dirname, "state"), folder, { recursive: true });
    const path = join(folder, "xx-cl", "victim-definition", "notice.json");
    const file = JSON.parse(readFileSync(path, "utf8"));
    const rules = file.rules.map((rule: object) => ({ ...rule, overrides: undefined }));
    writeFileSync(path, JSON.stringify({ ...file, rules }));
    return ["--rules", folder, "--jurisdiction", "xx-cl", "--as-of", "2026-11-23"];
  };

  const known = {
    "claimant.kind": "natural-person",
    "harm.directness": "direct",
  };

  test("fails, and leaves the record of what led there", async () => {
    const files = temporaryFiles({ "known.json": JSON.stringify(known) });
    const path = join(files.folder, "t.json");
    const options = ["--facts", files["known.json"], "--transcript", path];
    const { exit, out, err } = await run(["ask", "victim-definition/notice", ...clashing(), ...options], {
      stdin: "yes\n".repeat(9),
    });
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toContain("contradict each other");
    expect(existsSync(path)).toBe(true);
    const { steps, ended, answer } = JSON.parse(readFileSync(path, "utf8"));
    expect(steps.length).toBeGreaterThan(0);
    expect([ended, answer]).toEqual(["contradiction", "conflict"]);
  });

  test("gives another program the record, and no determination", async () => {
    const files = temporaryFiles({ "known.json": JSON.stringify(known) });
    const options = ["--facts", files["known.json"], "--json"];
    const { exit, out } = await run(["ask", "victim-definition/notice", ...clashing(), ...options], {
      stdin: "yes\n".repeat(9),
    });
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ determination: null, transcript: { answer: "conflict" } });
  });
});
