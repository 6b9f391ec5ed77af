import { describe, expect, test } from "vitest";
import { listed, quotedCode } from "./code-text.ts";

describe("quotedCode", () => {
  test.each(["60O5010", "X", "PAR", "09-A", "A1"])("quotes the code %s", (code) => {
    expect(quotedCode(code)).toBe(` \`${code}\``);
  });

  test.each(["Jane Doe", "Doejanet", "5735266516", "573-526-6516", "a@b.org", "12 Elm St", "veryLongCode123"])(
    "keeps quiet about %s, which may be somebody's",
    (text) => {
      expect(quotedCode(text)).toBe("");
    },
  );
});

test("listed names at most eight codes and counts the rest", () => {
  expect(listed(["A", "B"])).toBe("`A`, `B`");
  expect(listed("ABCDEFGHIJ".split(""))).toBe("`A`, `B`, `C`, `D`, `E`, `F`, `G`, `H` and 2 more");
});
