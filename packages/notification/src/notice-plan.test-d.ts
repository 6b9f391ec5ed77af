import { describe, expectTypeOf, test } from "vitest";
import type { Disposition, NeedsPerson, NotOwed, Owed } from "./index.ts";

describe("Disposition", () => {
  test("is one of exactly three lists", () => {
    expectTypeOf<Disposition["list"]>().toEqualTypeOf<"owed" | "needs-a-person" | "not-owed">();
  });

  test("not notifiable is a reason for a person to act, never a reason why nothing is owed", () => {
    expectTypeOf<Extract<NeedsPerson["cause"], { kind: "not-notifiable" }>>().not.toBeNever();
    expectTypeOf<Extract<NotOwed["reason"], { kind: "not-notifiable" }>>().toBeNever();
  });

  test("what is owed has at least one notice", () => {
    expectTypeOf<Owed["notices"][0]>().not.toExtend<undefined>();
  });
});
