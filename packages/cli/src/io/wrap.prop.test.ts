import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { wrap } from "./wrap.ts";

const words = fc.array(fc.stringMatching(/^[a-z]{1,40}$/u), { minLength: 1, maxLength: 40 });

describe("wrap", () => {
  test.prop([words, fc.integer({ min: 0, max: 4 })])(
    "no line is longer than 100, and no word is lost",
    (all, indent) => {
      const lines = wrap(" ".repeat(indent) + all.join(" "));
      expect(lines.filter((line) => line.length > 100)).toEqual([]);
      expect(lines.flatMap((line) => line.trim().split(" "))).toEqual(all);
    },
  );

  test.prop([fc.stringMatching(/^[a-z ]{0,100}$/u).map((text) => text.trim().replaceAll(/ +/gu, " "))])(
    "a line that fits stays as it is",
    (line) => {
      expect(wrap(line)).toEqual([line]);
    },
  );
});
