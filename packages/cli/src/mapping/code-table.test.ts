import { describe, expect, test } from "vitest";
import { EventCodes, meaningOf } from "./code-table.ts";

describe("meaningOf", () => {
  const find = meaningOf({ "65I1099": "one code", "65I*": "reinstated", "65*": "absconding", "*": "anything" });

  test("finds a code itself before any prefix, and a longer prefix before a shorter", () => {
    expect(["65I1099", "65I2000", "65O1010", "99"].map(find)).toEqual([
      "one code",
      "reinstated",
      "absconding",
      "anything",
    ]);
  });

  test("finds nothing for a code that the table lacks", () => {
    expect(meaningOf({ "65*": 1 })("99")).toBeUndefined();
    expect(meaningOf<number>({})("constructor")).toBeUndefined();
  });
});

describe("EventCodes", () => {
  test("a meaning is an event or a reason, and never both", () => {
    expect(EventCodes.safeParse({ A: { event: "escape" }, B: { noNotice: "papers" } }).success).toBe(true);
    expect(EventCodes.safeParse({ A: { event: "escape", noNotice: "papers" } }).success).toBe(false);
    expect(EventCodes.safeParse({ A: {} }).success).toBe(false);
  });
});
