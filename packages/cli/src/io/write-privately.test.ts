import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { capturedIo } from "../../test/captured-io.ts";
import { temporaryFolder } from "../../test/temporary.ts";
import { Refused } from "./refused.ts";
import { writePrivately } from "./write-privately.ts";

describe("writePrivately", () => {
  const write = (folder: string): void => writePrivately(capturedIo({ cwd: folder }).io, "record.json", ["secret"]);
  const modeOf = (path: string): number => statSync(path).mode & 0o777;

  test("writes for its owner alone, even over what everyone could read", () => {
    const folder = temporaryFolder();
    for (const name of ["record.json", "record.json.part"])
      writeFileSync(join(folder, name), "yesterday", { mode: 0o644 });
    write(folder);
    expect(modeOf(join(folder, "record.json"))).toBe(0o600);
    expect(JSON.parse(readFileSync(join(folder, "record.json"), "utf8"))).toEqual(["secret"]);
  });

  test("follows no link that waits beside its place", () => {
    const folder = temporaryFolder();
    const elsewhere = join(temporaryFolder(), "elsewhere");
    writeFileSync(elsewhere, "");
    symlinkSync(elsewhere, join(folder, "record.json.part"));
    write(folder);
    expect(readFileSync(elsewhere, "utf8")).toBe("");
    expect(modeOf(join(folder, "record.json"))).toBe(0o600);
  });

  test("leaves nothing behind when the record cannot be put in its place", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "record.json"));
    expect(() => write(folder)).toThrow(Refused);
    expect(readdirSync(folder)).toEqual(["record.json"]);
  });
});
