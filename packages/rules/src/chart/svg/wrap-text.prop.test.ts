import { test as property } from "@fast-check/vitest";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { widthOf, wrapText } from "./wrap-text.ts";

const area = { size: 14, width: 90 };

describe("wrapText", () => {
  property.prop([fc.lorem({ maxCount: 20 })])("keeps every word whole and in order where words fit a line", (text) => {
    expect(wrapText(text, { ...area, width: 150 }).join(" ")).toBe(text);
  });

  property.prop([fc.string({ maxLength: 80, size: "max" })])("gives no line that is wider than its area", (text) => {
    expect(wrapText(text, area).filter((line) => widthOf(line, area) > area.width)).toEqual([]);
  });

  property.prop([fc.string({ maxLength: 80, size: "max" })])("loses nothing but blanks", (text) => {
    const letters = (shown: string) => shown.replaceAll(/\s/gu, "");
    expect(letters(wrapText(text, area).join(""))).toBe(letters(text));
  });
});
