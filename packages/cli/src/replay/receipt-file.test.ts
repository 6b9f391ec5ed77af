import { describe, expect, test } from "vitest";
import { ReceiptFile } from "./receipt-file.ts";

const HASH = "0".repeat(64);
const RECEIPT = {
  version: 1,
  jurisdiction: "xx-cl",
  question: "notice",
  asOf: "2026-11-23",
  edition: "2025",
  ruleHash: HASH,
  enabled: [],
  factsDigest: HASH,
  answer: "yes",
  grounds: [],
};

/** Where something is wrong, one path for each problem. */
const problems = (file: unknown): readonly string[] =>
  ReceiptFile.safeParse(file).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("ReceiptFile", () => {
  test("takes a receipt alone and one within a whole answer", () => {
    expect(ReceiptFile.parse(RECEIPT)).toEqual({ receipt: RECEIPT, determination: null });
    const whole = { answer: "yes", receipt: RECEIPT };
    expect(ReceiptFile.parse(whole)).toEqual({ receipt: RECEIPT, determination: whole });
  });

  test("says of the shape that was given what is wrong with it", () => {
    expect(problems({ ...RECEIPT, version: 2 })).toEqual(["version"]);
    expect(problems({ answer: "yes", receipt: { ...RECEIPT, version: 2, answer: "maybe" } })).toEqual([
      "receipt.version",
      "receipt.answer",
    ]);
    expect(problems([])).toEqual([""]);
  });
});
