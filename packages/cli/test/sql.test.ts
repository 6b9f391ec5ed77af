import { describe, expect, test } from "vitest";
import { ON, run } from "./captured-io.ts";

describe("sql", () => {
  test("prints a query over the named table and key", async () => {
    const { exit, out, err } = await run([
      "sql",
      "notice",
      ...ON,
      "--dialect",
      "postgresql",
      "--table",
      "justice.facts",
      "--key",
      "case",
      "person",
    ]);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain('FROM "justice"."facts" OFFSET 0');
    expect(out).toContain('k1 AS "person"');
    expect(out.trimEnd().endsWith(";")).toBe(true);
  });

  test("prints one expression alone, with names quoted as the engine wants them", async () => {
    const { exit, out } = await run(["sql", "notice", ...ON, "--dialect", "spark", "--expression", "invalid"]);
    expect(exit).toBe(0);
    expect(out).toContain("`registration.written-request` IS NULL OR");
    expect(out).not.toContain("SELECT");
  });

  test("prints the query, the expressions and the columns they need as JSON", async () => {
    const { out } = await run(["sql", "notice", ...ON, "--dialect", "sqlite", "--json"]);
    const { dialect, columns, expressions } = JSON.parse(out);
    expect(dialect).toBe("sqlite");
    expect(columns).toContainEqual({ fact: "event.kind", column: "event.kind" });
    expect(Object.keys(expressions)).toEqual(["answer", "grounds", "missing", "invalid"]);
  });

  test("refuses an engine it does not know, and a key named as a column it adds", async () => {
    expect((await run(["sql", "notice", ...ON, "--dialect", "oracle"])).exit).toBe(2);
    const taken = await run(["sql", "notice", ...ON, "--dialect", "duckdb", "--key", "answer"]);
    expect(taken.exit).toBe(2);
    expect(taken.err).toContain("the name `answer` is given twice");
  });
});
