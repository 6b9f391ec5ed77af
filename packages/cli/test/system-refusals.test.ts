import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { capturedIo } from "./captured-io.ts";
import { filesIn, plan } from "./plan-run.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";
import { runMain } from "../src/run-main.ts";

describe("what the system refuses", () => {
  test("an output folder that is a file is named, and nothing is written", async () => {
    const { out } = temporaryFiles({ out: "here\n" });
    const { exit, err } = await plan({ out });
    expect(exit).toBe(3);
    expect(err).toBe(`error: ${out}: a file stands where a folder should be; nothing was written\n`);
  });

  test("an output folder below a file is named", async () => {
    const { out } = temporaryFiles({ out: "here\n" });
    const { exit, err } = await plan({ out: join(out, "below") });
    expect(exit).toBe(3);
    expect(err).toContain("a part of the path is a file and not a folder");
  });

  test("a file or folder that is not there when it is needed is named", async () => {
    const { io, said } = capturedIo();
    const gone = {
      ...io,
      out: () => {
        readFileSync("/none/record.json");
      },
    };
    expect(await runMain(["check", "state"], gone)).toBe(3);
    expect(said.err).toBe(
      "error: /none/record.json: the file, or a folder on its path, is not there; nothing was written\n",
    );
  });

  test("a folder where a file should be is no file", async () => {
    const { exit, err } = await plan({ events: [temporaryFolder()] });
    expect(exit).toBe(3);
    expect(err).toContain("no such file");
  });

  test("an output file that stands in the way as a folder leaves the others alone", async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, "report.html"), "yesterday");
    chmodSync(out, 0o755);
    await plan({ out });
    expect(filesIn(out)).toHaveLength(5);
  });
});

test("a fault of the program itself exits with 4, and does not print the message, which may quote a record", async () => {
  const { io, said } = capturedIo();
  const broken = {
    ...io,
    out: () => {
      throw new Error("Zelda Private");
    },
  };
  expect(await runMain(["check", "state"], broken)).toBe(4);
  expect(said.err).toBe(
    "error: a fault in victim-rights itself (Error); run again with VICTIM_RIGHTS_DEBUG=1 for the place, and report it\n",
  );
  await runMain(["check", "state"], { ...broken, env: { VICTIM_RIGHTS_DEBUG: "1" } });
  expect(said.err).toContain("    at ");
  expect(said.err).not.toContain("Zelda");
});
