import { describe, expect, test } from "vitest";
import { BrokenInvariant, invariant } from "./invariant.ts";

describe("invariant", () => {
  test("lets what holds pass", () => {
    expect(() => invariant(true, "one is one")).not.toThrow();
  });

  test("stops with its message when it does not hold", () => {
    expect(() => invariant(false, "a week has seven days")).toThrow(
      new BrokenInvariant({ message: "a week has seven days" }),
    );
  });

  test("tells the compiler what holds from there on", () => {
    const found: string | undefined = ["monday"].at(0);
    invariant(found !== undefined, "a week has a first day");
    expect(found.length).toBe(6);
  });
});
