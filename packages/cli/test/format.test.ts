import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";

const example = join(import.meta.dirname, "state", "xx-cl");
const shipped = join(import.meta.dirname, "..", "..", "..", "rules");

/** A copy of the example state in its form, in a folder of states. */
const copied = async (): Promise<string> => {
  const cwd = temporaryFolder();
  cpSync(example, join(cwd, "xx-cl"), { recursive: true });
  await run(["format", "."], { cwd });
  return cwd;
};

const read = (cwd: string, file: string): string => readFileSync(join(cwd, "xx-cl", file), "utf8");
const crush = (cwd: string, file: string): void =>
  writeFileSync(join(cwd, "xx-cl", file), JSON.stringify(JSON.parse(read(cwd, file))));

describe("format", () => {
  test("finds every shipped file in form", async () => {
    const { exit, out } = await run(["format", shipped, "--check"]);
    expect(out).toContain(" 0 not in form\n");
    expect(exit).toBe(0);
  });

  test("says which files are not in form, and writes nothing under --check", async () => {
    const cwd = await copied();
    crush(cwd, "notification.json");
    const crushed = read(cwd, "notification.json");
    expect(await run(["format", "xx-cl", "--check"], { cwd })).toEqual({
      exit: 1,
      out: "6 files, 1 not in form\n  xx-cl/notification.json\n",
      err: "",
    });
    expect(read(cwd, "notification.json")).toBe(crushed);
  });

  test("puts files into form, and finds nothing to do a second time", async () => {
    const cwd = await copied();
    const before = read(cwd, "notification.json");
    crush(cwd, "notification.json");
    expect((await run(["format", "xx-cl"], { cwd })).out).toBe("6 files, 1 rewritten\n  xx-cl/notification.json\n");
    expect(read(cwd, "notification.json")).toBe(before);
    expect((await run(["format", "xx-cl", "--json"], { cwd })).out).toBe('{\n  "files": 6,\n  "changed": []\n}\n');
    expect(readdirSync(join(cwd, "xx-cl")).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("puts the restorative programmes of a state into form, and keeps the order of their keys", async () => {
    const cwd = await copied();
    writeFileSync(join(cwd, "xx-cl", "restorative-justice.json"), '{"jurisdiction":"xx-cl","dialogue":{"b":1,"a":2}}');
    expect((await run(["format", "xx-cl"], { cwd })).out).toBe(
      "7 files, 1 rewritten\n  xx-cl/restorative-justice.json\n",
    );
    expect(read(cwd, "restorative-justice.json")).toBe(
      '{\n  "jurisdiction": "xx-cl",\n  "dialogue": {\n    "b": 1,\n    "a": 2\n  }\n}\n',
    );
  });

  test("takes single files, each once, and none that is no file of law", async () => {
    const cwd = await copied();
    crush(cwd, "notification.json");
    crush(cwd, "law-rows.json");
    const { out } = await run(["format", "xx-cl/notification.json", "./xx-cl/notification.json"], { cwd });
    expect(out).toContain("1 file, 1 rewritten\n");
    expect(read(cwd, "law-rows.json")).not.toContain("\n");
    writeFileSync(join(cwd, "notes.json"), "{}");
    expect(await run(["format", "notes.json"], { cwd })).toMatchObject({
      exit: 3,
      err: expect.stringContaining("this is no file of rules, cases or lists in a state's folder"),
    });
  });

  test("writes no file when one of them is not JSON, and names every such file", async () => {
    const cwd = await copied();
    crush(cwd, "notification.json");
    const crushed = read(cwd, "notification.json");
    writeFileSync(join(cwd, "xx-cl", "law-rows.json"), '{ "rows": [], }');
    writeFileSync(join(cwd, "xx-cl", "not-encoded.json"), '{ "rows": [], "rows": [] }');
    const { exit, err } = await run(["format", "xx-cl"], { cwd });
    expect(exit).toBe(3);
    expect(err).toContain("xx-cl/law-rows.json: the file stops being JSON at line 1, column");
    expect(err).toContain("xx-cl/not-encoded.json: the file stops being JSON where an object gives one key twice");
    expect(read(cwd, "notification.json")).toBe(crushed);
  });

  test("refuses a folder of which no file can be read", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "xx-cl", "jurisdiction.json"), { recursive: true });
    expect(await run(["format", "xx-cl", "--check"], { cwd })).toEqual({
      exit: 3,
      out: "",
      err: "error: xx-cl: no file of law can be read in this folder; name a folder that holds the files themselves\n",
    });
  });

  test("refuses a path where no state is", async () => {
    expect(await run(["format", "nowhere"])).toMatchObject({
      exit: 3,
      err: expect.stringContaining("no state's folder"),
    });
  });
});
