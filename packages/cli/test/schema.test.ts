import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";

const shipped = join(import.meta.dirname, "..", "..", "..", "rules");

const copied = (): string => {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, "state", "xx-cl"), join(cwd, "xx-cl"), { recursive: true });
  return cwd;
};

describe("schema", () => {
  test("finds the schemas of every shipped state fresh: `victim-rights schema rules` renews them", async () => {
    const { exit, out } = await run(["schema", shipped, "--check"]);
    expect(out).toBe(`${readdirSync(shipped).length * 6} schemas, 0 out of date\n`);
    expect(exit).toBe(0);
  });

  test("writes the schemas of a state, which its rules and cases are then checked and completed by", async () => {
    const cwd = copied();
    expect((await run(["schema", "xx-cl", "--check"], { cwd })).exit).toBe(1);
    expect((await run(["schema", "xx-cl"], { cwd })).out).toContain(
      "6 schemas, 6 written\n  xx-cl/schema/rules.schema.json\n",
    );
    expect(await run(["schema", ".", "--check"], { cwd })).toMatchObject({
      exit: 0,
      out: "6 schemas, 0 out of date\n",
    });
    expect((await run(["check", "xx-cl"], { cwd })).exit).toBe(0);
    const schema = readFileSync(join(cwd, "xx-cl", "schema", "rules.schema.json"), "utf8");
    for (const name of ["registration.written-request", "code-1", "notice-owed", "corrections-department"])
      expect(schema).toContain(`"${name}"`);
  });

  test("says that a schema is out of date when a rule, a fact, a source or a row is new", async () => {
    const cwd = copied();
    await run(["schema", "xx-cl"], { cwd });
    for (const [file, was, is] of [
      ["notification.json", "xx-cl/notice/parole-hearing", "xx-cl/notice/hearing-of-parole"],
      ["jurisdiction.json", '"code-1"', '"code-2"'],
      ["law-rows.json", '"R1"', '"R9"'],
    ] as const) {
      const place = join(cwd, "xx-cl", file);
      const text = readFileSync(place, "utf8");
      expect(text).toContain(was);
      writeFileSync(place, text.replaceAll(was, is));
      const { exit, out } = await run(["schema", "xx-cl", "--check"], { cwd });
      expect([exit, out]).toEqual([1, expect.stringContaining("write them with `victim-rights schema xx-cl`\n")]);
      expect((await run(["schema", "xx-cl", "--json"], { cwd })).out).toContain('"written": [\n    "xx-cl/schema/');
    }
  });

  test("writes no schema when a folder stands in the place of one", async () => {
    const cwd = copied();
    const folder = join(cwd, "xx-cl", "schema");
    mkdirSync(join(folder, "rules.schema.json"), { recursive: true });
    const { exit, err } = await run(["schema", "xx-cl"], { cwd });
    expect(exit).toBe(3);
    expect(err).toBe(
      `error: ${join(folder, "rules.schema.json")}: a folder stands where a file should be; nothing was written\n`,
    );
    expect(readdirSync(folder)).toEqual(["rules.schema.json"]);
  });

  test("says where a file is no JSON, and writes nothing", async () => {
    const cwd = copied();
    writeFileSync(join(cwd, "xx-cl", "notification.json"), "{");
    expect(await run(["schema", "xx-cl"], { cwd })).toMatchObject({
      exit: 3,
      err: expect.stringContaining("xx-cl/notification.json $: the file stops being JSON"),
    });
    expect(readdirSync(join(cwd, "xx-cl"))).not.toContain("schema");
  });
});
