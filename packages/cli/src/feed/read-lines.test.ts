import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { temporaryFiles } from "../../test/temporary.ts";
import { readLines } from "./read-lines.ts";

const linesOf = async (text: string | Buffer, encoding: "utf8" | "latin1" = "utf8"): Promise<readonly string[]> => {
  const { file } = temporaryFiles({ file: "" });
  writeFileSync(file, text);
  const lines: string[] = [];
  for await (const batch of readLines({ path: file, encoding, signal: new AbortController().signal }))
    lines.push(...batch);
  return lines;
};

describe("readLines", () => {
  test.each([
    ["LF", "a\nb\n", ["a", "b"]],
    ["CRLF", "a\r\nb\r\n", ["a", "b"]],
    ["a last line without an ending", "a\nb", ["a", "b"]],
    ["a byte-order mark", "\uFEFFa\nb\n", ["a", "b"]],
    ["nothing", "", []],
    ["blank lines", "\n\n", ["", ""]],
  ])("reads %s", async (_, text, lines) => {
    expect(await linesOf(text)).toEqual(lines);
  });

  test("reads letters that straddle a chunk", async () => {
    const text = `${"x".repeat((1 << 18) - 1)}é\nb\n`;
    expect(await linesOf(text)).toEqual([`${"x".repeat((1 << 18) - 1)}é`, "b"]);
  });

  test("reads Windows-1252 when told to", async () => {
    expect(await linesOf(Buffer.from([0x4e, 0xfa, 0xf1, 0x65, 0x7a, 0x0a]), "latin1")).toEqual(["Núñez"]);
  });

  test("marks bytes that are not UTF-8", async () => {
    expect(await linesOf(Buffer.from([0x4e, 0xfa, 0x0a]))).toEqual(["N\uFFFD"]);
  });
});
