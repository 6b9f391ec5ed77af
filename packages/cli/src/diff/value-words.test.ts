import { NoticeWindow } from "@victim-rights/notification";
import { describe, expect, test } from "vitest";
import { valueInWords } from "./value-words.ts";

/** Every window without a number that a rule can state. */
const SYMBOLIC = NoticeWindow.options.flatMap((option) =>
  "term" in option.shape
    ? option.shape.term.options.map((term) =>
        NoticeWindow.parse({ kind: option.shape.kind.value, anchor: "occurrence", term }),
      )
    : [],
);

describe("a window in words", () => {
  test.each(SYMBOLIC.map((window) => [JSON.stringify(window), window] as const))(
    "never puts a name of ours in quotation marks, as if the law said it: %s",
    (_, window) => {
      expect(valueInWords(window)).toMatch(/^[^"“”`]+(?:; the law gives no number|, no time stated)$/u);
    },
  );

  test("is told apart from every other", () => {
    const words = SYMBOLIC.map((window) => valueInWords(window));
    expect(new Set(words).size).toBe(SYMBOLIC.length);
  });

  test.each([
    [{ kind: "after", anchor: "occurrence", term: "promptly" }, "after it happens, promptly; the law gives no number"],
    [
      { kind: "after", anchor: "occurrence", term: "upon-event" },
      "after it happens, on the event itself; the law gives no number",
    ],
    [
      { kind: "after", anchor: "occurrence", term: "automatic" },
      "after it happens, automatically; the law gives no number",
    ],
    [
      { kind: "before", anchor: "scheduled", term: "prompt-advance-if-possible" },
      "before what is scheduled, promptly, if notice ahead is possible; the law gives no number",
    ],
    [{ kind: "after", anchor: "occurrence", term: "not-stated" }, "after it happens, no time stated"],
    [{ kind: "within-after", anchor: "occurrence", amount: 24, unit: "hour" }, "within 24 hours after it happens"],
  ])("says what the law asks: %j", (window, words) => {
    expect(valueInWords(window)).toBe(words);
  });
});
