import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { createTopRows } from "./top-rows.ts";

describe("createTopRows", () => {
  test.prop([fc.array(fc.nat({ max: 50 })), fc.integer({ min: 1, max: 10 })])(
    "keeps what sorting everything would put first",
    (numbers, limit) => {
      const top = createTopRows<number>(limit, (one, other) => one - other);
      for (const each of numbers) top.offer(each);
      expect(top.rows()).toEqual(numbers.toSorted((one, other) => one - other).slice(0, limit));
      expect(top.total()).toBe(numbers.length);
    },
  );
});
