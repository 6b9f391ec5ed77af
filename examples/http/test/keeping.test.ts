import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { keepingFrom } from "../src/node/keeping.ts";
import { readServeOptions } from "../src/node/serve-options.ts";

const keepingOf = (argv: readonly string[], environment = {}) => keepingFrom(readServeOptions(argv).kept, environment);

describe("keepingFrom", () => {
  test("keeps in memory where nothing is said, a directory or a server with a ring", () => {
    expect(keepingOf([])).toEqual({ kind: "memory" });
    expect(keepingOf([], { DATABASE_URL: "" })).toEqual({ kind: "memory" });
    expect(keepingOf(["--data", "d", "--keys", "k"])).toEqual({ kind: "pglite", directory: "d", keys: "k" });
    const url = "postgres://agency@/record";
    expect(keepingOf(["--database", url, "--keys", "k"])).toEqual({ kind: "postgres", url, keys: "k" });
  });

  test("takes DATABASE_URL where no flag says otherwise", () => {
    const environment = { DATABASE_URL: "postgresql://environment/record" };
    const [url, keys] = ["postgres://flag/record", "k"];
    expect(keepingOf(["--keys", keys], environment)).toEqual({ kind: "postgres", url: environment.DATABASE_URL, keys });
    expect(keepingOf(["--keys", keys, "--database", url], environment)).toMatchObject({ url });
    expect(keepingOf(["--keys", keys, "--data", "d"], environment)).toMatchObject({ kind: "pglite" });
  });

  test.each([
    [["--data", "d"], {}, "--new-keys"],
    [["--database", "postgres://x/y"], {}, "--new-keys"],
    [[], { DATABASE_URL: "postgres://x/y" }, "--new-keys"],
    [["--keys", "k"], {}, "--data"],
    [["--data", "d", "--database", "postgres://x/y", "--keys", "k"], {}, "not both"],
    [["--database", "mysql://x/y", "--keys", "k"], {}, "postgres://"],
    [["--data", "d", "--keys", "d/ring.json"], {}, "elsewhere"],
    [["--data", "d", "--keys", "d/deep/ring.json"], {}, "elsewhere"],
  ])("refuses %j with %j", (argv, environment, because) => {
    expect(keepingOf(argv, environment)).toMatchObject({
      kind: "refused",
      because: expect.stringContaining(because) as string,
    });
  });

  test("refuses a ring that lies among the data by another name, and takes one beside it", () => {
    const folder = mkdtempSync(join(tmpdir(), "victim-rights-keeping-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const [data, keys] = [join(folder, "data"), join(folder, "data", "ring.json")];
    mkdirSync(data);
    writeFileSync(keys, "");
    symlinkSync(keys, join(folder, "link.json"));
    symlinkSync(data, join(folder, "also"));
    const kindOf = (...argv: readonly string[]) => keepingOf(argv).kind;
    expect(kindOf("--data", data, "--keys", join(folder, "link.json"))).toBe("refused");
    expect(kindOf("--data", join(folder, "also"), "--keys", keys)).toBe("refused");
    expect(kindOf("--data", data, "--keys", join(folder, "data-ring.json"))).toBe("pglite");
    expect(kindOf("--data", data, "--keys", join(data, "..ring.json"))).toBe("refused");
  });
});
