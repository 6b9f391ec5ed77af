import { describe, expectTypeOf, test } from "vitest";
import type { GateOutcome, ScreenFlag, ScreenKind, ScreenResult } from "../index.ts";

type Clearance =
  | "cleared"
  | "clear"
  | "safe"
  | "isSafe"
  | "ok"
  | "isOk"
  | "negative"
  | "isNegative"
  | "passed"
  | "pass"
  | "isClear"
  | "approved"
  | "valid"
  | "success";

type MembersOf<T> = T extends unknown ? keyof T : never;
type ValuesOf<T> = T extends unknown ? T[keyof T] : never;

/** Every value that can be reached from a type, by any path through its members. */
type Within<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Each)[]
    ? Within<Each>
    : { [Key in keyof T]: Within<T[Key]> }[keyof T];

describe("a screening result", () => {
  test("has three kinds and two flags, and none of them is a clearance", () => {
    expectTypeOf<ScreenResult["kind"]>().toEqualTypeOf<"no_indicator_found" | "escalate" | "blocked">();
    expectTypeOf<ScreenKind>().toEqualTypeOf<ScreenResult["kind"]>();
    expectTypeOf<ScreenFlag>().toEqualTypeOf<"incomplete" | "support_first">();
    expectTypeOf<Extract<ScreenKind | ScreenFlag, Clearance>>().toBeNever();
  });

  test("has no member that reads as clearance", () => {
    expectTypeOf<Extract<MembersOf<ScreenResult>, Clearance>>().toBeNever();
  });

  test("holds no boolean at any depth", () => {
    expectTypeOf<Extract<ValuesOf<ScreenResult>, boolean>>().toBeNever();
    expectTypeOf<Extract<Within<ScreenResult>, boolean>>().toBeNever();
    expectTypeOf<Extract<Within<{ readonly deep: readonly { readonly isSafe: boolean }[] }>, boolean>>().toBeBoolean();
  });

  test("is no boolean, and cannot stand for the outcome of a gate", () => {
    expectTypeOf<ScreenResult>().not.toExtend<boolean>();
    expectTypeOf<boolean>().not.toExtend<ScreenResult>();
    expectTypeOf<ScreenKind>().not.toExtend<GateOutcome>();
    expectTypeOf<ScreenResult>().not.toExtend<GateOutcome>();
    // @ts-expect-error -- a result is not yes or no
    const open: boolean = null as unknown as ScreenResult;
    // @ts-expect-error -- the kind that found least is not the gate's pass
    const outcome: GateOutcome = "no_indicator_found" as ScreenKind;
    expectTypeOf([open, outcome]).toBeArray();
  });

  test("cannot be written by hand, not even with the right members", () => {
    type Forged = {
      readonly kind: "no_indicator_found";
      readonly flags: readonly [];
      readonly track: "general";
      readonly reasons: readonly [];
      readonly screens: readonly [];
      readonly label: ScreenResult["label"];
      readonly notice: ScreenResult["notice"];
    };
    expectTypeOf<Forged>().not.toExtend<ScreenResult>();
  });

  test("needs every kind in a switch", () => {
    const whole = (result: ScreenResult): string => {
      switch (result.kind) {
        case "no_indicator_found":
          return "a person decides";
        case "escalate":
          return "specialists";
        case "blocked":
          return "stop";
      }
    };
    expectTypeOf(whole).returns.toBeString();

    const rest = (result: ScreenResult): ScreenKind | null => {
      if (result.kind === "no_indicator_found" || result.kind === "escalate") return null;
      // @ts-expect-error -- `blocked` is left over
      const nothing: never = result;
      return nothing;
    };
    expectTypeOf(rest).parameter(0).toEqualTypeOf<ScreenResult>();
  });
});
