import { describe, expectTypeOf, test } from "vitest";
import type { Determination, Facts, FactValue, Uncertain } from "../index.ts";

describe("Determination", () => {
  test("its answer has a third value, and is no boolean that an `if` could read", () => {
    expectTypeOf<Determination["answer"]>().toEqualTypeOf<"yes" | "no" | "undetermined">();
    expectTypeOf<Determination["answer"]>().not.toExtend<boolean>();
  });

  test("every ground carries its citations and how they were checked", () => {
    expectTypeOf<Determination["grounds"][number]>().toHaveProperty("cites");
    expectTypeOf<Determination["grounds"][number]>().toHaveProperty("verified");
  });
});

describe("Facts", () => {
  test("a fact is known, uncertain or unknown, and the three cannot be mistaken for each other", () => {
    expectTypeOf<Facts[string]>().toEqualTypeOf<FactValue | Uncertain | undefined>();
    expectTypeOf<Uncertain>().not.toExtend<FactValue>();
  });
});
