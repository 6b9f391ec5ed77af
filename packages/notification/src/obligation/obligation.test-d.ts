import { describe, expectTypeOf, test } from "vitest";
import type { ClosingEvidence, Standing } from "./closing-evidence.ts";
import type { Undeliverability } from "./evidence.ts";
import type { ClosedObligation, Obligation } from "./obligation.ts";
import type { CommandTo } from "./obligation-command.ts";
import type { OBLIGATION_MACHINE } from "./obligation-machine.ts";
import type { ClosedState } from "./obligation-state.ts";

type Step = (typeof OBLIGATION_MACHINE)[number];
type ActsTo<State> = Extract<Step, { readonly to: State }>["act"];

describe("an obligation, by its type,", () => {
  test("is not closed without evidence", () => {
    expectTypeOf<{ state: "confirmed"; closedBy: null }>().not.toExtend<Standing>();
    expectTypeOf<{ state: "declined"; closedBy: null }>().not.toExtend<Standing>();
    expectTypeOf<ClosedObligation["closedBy"]>().not.toBeNullable();
    expectTypeOf<Extract<Obligation, { state: "declined" }>["closedBy"]["kind"]>().toEqualTypeOf<"lawful-decline">();
  });

  test("is not declined by what did not arrive", () => {
    expectTypeOf<Undeliverability>().not.toExtend<ClosingEvidence["declined"]>();
    expectTypeOf<{ state: "declined"; closedBy: Undeliverability }>().not.toExtend<Standing>();
  });

  test("is not led from unreachable to declined by any line of the table", () => {
    expectTypeOf<ActsTo<"declined">>().toEqualTypeOf<"decline">();
    type From = Extract<Step, { readonly act: "decline" }>["from"][number];
    expectTypeOf<From>().toEqualTypeOf<"planned" | "scheduled" | "attempted" | "delivered">();
  });

  test("ends only by commands that carry the evidence of their end", () => {
    expectTypeOf<CommandTo<"confirm">["evidence"]>().toExtend<ClosingEvidence["confirmed"]>();
    expectTypeOf<CommandTo<"accept-delivery">["evidence"]>().toExtend<ClosingEvidence["served"]>();
    expectTypeOf<CommandTo<"decline">["evidence"]>().toExtend<ClosingEvidence["declined"]>();
    expectTypeOf<CommandTo<"supersede">["evidence"]>().toExtend<ClosingEvidence["superseded"]>();
    expectTypeOf<CommandTo<"withdraw">["evidence"]>().toExtend<ClosingEvidence["withdrawn"]>();
    expectTypeOf<CommandTo<"correct">["evidence"]>().toExtend<ClosingEvidence["corrected"]>();
    expectTypeOf<CommandTo<"close-search">["evidence"]>().toExtend<ClosingEvidence["search-exhausted"]>();
    expectTypeOf<CommandTo<"decide">["evidence"]>().toExtend<ClosingEvidence["decided"]>();
    expectTypeOf<ClosedState>().toEqualTypeOf<keyof ClosingEvidence>();
    expectTypeOf<ActsTo<ClosedState>>().toEqualTypeOf<
      "confirm" | "accept-delivery" | "decline" | "supersede" | "withdraw" | "correct" | "close-search" | "decide"
    >();
  });
});
