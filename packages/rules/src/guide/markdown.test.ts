import { describe, expect, test } from "vitest";
import { fenced, listLines, markdown, sentence } from "./markdown.ts";

describe("markdown", () => {
  test.each([
    ["at most $300 for each", String.raw`at most \$300 for each`],
    ["the channel `board-request`", "the channel \\`board-request\\`"],
    ["*this* and _that_", String.raw`\*this\* and \_that\_`],
    ["[sic] <b> &amp; a|b ~c~", String.raw`\[sic\] \<b\> \&amp; a\|b \~c\~`],
    ["C:\\law", String.raw`C:\\law`],
    ["two\n  lines\t and \u2028 more", "two lines and more"],
    ["RSMo 595.209.1(7)(d) § 3", "RSMo 595.209.1(7)(d) § 3"],
  ])("shows %j letter by letter", (text, written) => {
    expect(markdown(text)).toBe(written);
  });
});

describe("listLines", () => {
  test("sets items under each other, two columns further in", () => {
    expect(listLines([{ text: "a", items: [{ text: "b", items: [{ text: "c" }] }] }, { text: "d" }])).toEqual([
      "- a",
      "  - b",
      "    - c",
      "- d",
    ]);
  });

  test.each([
    ["1993. An older copy", String.raw`- 1993\. An older copy`],
    ["# 7", String.raw`- \# 7`],
    ["- and more", String.raw`- \- and more`],
    ["+1", String.raw`- \+1`],
    ["30 days", "- 30 days"],
  ])("opens no list or heading inside the item %j", (text, line) => {
    expect(listLines([{ text }])).toEqual([line]);
  });
});

test("sentence begins with a capital and ends once", () => {
  expect(["the end", "why?", "so (1)", "done."].map(sentence)).toEqual(["The end.", "Why?", "So (1)", "Done."]);
});

test("fenced takes a longer fence than any in the code", () => {
  expect(fenced("text", "a\n````\n")).toEqual(["`````text", "a\n````", "`````"]);
});
