import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";
import { readFolder } from "../src/law/read-folder.ts";

const example = join(import.meta.dirname, "state", "xx-cl");

/** A copy of the example state, installed as a package below a folder. */
const installed = (): { readonly cwd: string; readonly state: string } => {
  const cwd = temporaryFolder();
  const state = join("node_modules", "@victim-rights", "rules-xx-cl");
  cpSync(example, join(cwd, state), { recursive: true });
  return { cwd, state };
};

const copied = (): string => {
  const cwd = temporaryFolder();
  cpSync(example, join(cwd, "xx-cl"), { recursive: true });
  return cwd;
};

describe("a state installed as a package", () => {
  test("is read whole, without what is installed inside it", async () => {
    const { cwd, state } = installed();
    const folder = join(cwd, state);
    const inside = join(folder, "node_modules", "other");
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, "other.json"), "{");
    writeFileSync(join(folder, "package.json"), '{ "version": "1.0.0" }');
    expect([...(await readFolder(folder))]).toEqual([...(await readFolder(example))]);
  });

  test("is checked, formatted and given its schemas", async () => {
    const { cwd, state } = installed();
    expect((await run(["check", state], { cwd })).exit).toBe(0);
    expect((await run(["format", state], { cwd })).out).toMatch(/^6 files, /u);
    expect((await run(["schema", state, "--check"], { cwd })).out).toMatch(/^6 schemas, /u);
  });

  test("is held to its signature", async () => {
    const { cwd, state } = installed();
    await run(["pack", "keygen", "--out", "keys"], { cwd });
    await run(["pack", "sign", state, "--key", "keys/pack-key.private.json"], { cwd });
    const { out } = await run(["pack", "verify", state, "--trust", "keys/pack-key.public.json"], { cwd });
    expect(out).toContain("as signed");
  });
});

describe("a file that is not UTF-8", () => {
  const latin1 = Buffer.from('{ "rows": "\u00e9" }', "latin1");

  test.each(["check", "format", "format --check", "schema", "pack hash"])(
    "is named by `%s`, with every other such file",
    async (words) => {
      const cwd = copied();
      for (const name of ["law-rows.json", "not-encoded.json"]) writeFileSync(join(cwd, "xx-cl", name), latin1);
      const { exit, out, err } = await run([...words.split(" "), "xx-cl"], { cwd });
      expect({ exit, out }).toEqual({ exit: 3, out: "" });
      for (const name of ["law-rows.json", "not-encoded.json"])
        expect(err).toContain(`${join("xx-cl", name)}: the file is not UTF-8 text; save it as UTF-8\n`);
      expect(readFileSync(join(cwd, "xx-cl", "law-rows.json"))).toEqual(latin1);
    },
  );

  test("is named when it is formatted by itself", async () => {
    const cwd = copied();
    writeFileSync(join(cwd, "xx-cl", "law-rows.json"), latin1);
    expect(await run(["format", "xx-cl/law-rows.json"], { cwd })).toMatchObject({
      exit: 3,
      err: "error: xx-cl/law-rows.json: the file is not UTF-8 text; save it as UTF-8\n",
    });
    expect(readFileSync(join(cwd, "xx-cl", "law-rows.json"))).toEqual(latin1);
  });
});

test("a byte-order mark is called one", async () => {
  const cwd = copied();
  const place = join(cwd, "xx-cl", "law-rows.json");
  writeFileSync(place, `\uFEFF${readFileSync(place, "utf8")}`);
  for (const argv of [
    ["check", "xx-cl"],
    ["format", "xx-cl/law-rows.json"],
  ]) {
    const { exit, err } = await run(argv, { cwd });
    expect(exit).toBe(3);
    expect(err).toContain("law-rows.json: the file begins with a byte-order mark; save it as UTF-8 without one\n");
  }
});
