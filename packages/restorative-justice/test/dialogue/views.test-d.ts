import { describe, expectTypeOf, test } from "vitest";
import type { DialogueCase } from "../../src/dialogue/dialogue-case.ts";
import type { DialogueCommand } from "../../src/dialogue/dialogue-command.ts";
import type { OffenderInterest } from "../../src/dialogue/offender-interest.ts";
import type { OffenderSideReply, OffenderSideView, OffenderSignal } from "../../src/dialogue/view-offender-side.ts";
import type { VictimSideView } from "../../src/dialogue/view-victim-side.ts";
import type { DialoguePolicy } from "../../src/gate/dialogue-policy.ts";
import type { GatePapers } from "../../src/gate/gate-papers.ts";
import type { StatusConsumerView } from "../../src/programme/status-consumer-view.ts";

type KeysOf<T> = T extends readonly (infer Each)[]
  ? KeysOf<Each>
  : T extends object
    ? { [K in keyof T & string]: K | KeysOf<T[K]> }[keyof T & string]
    : never;
type Matching<Keys extends string, Word extends string> = Extract<Keys, `${string}${Word}${string}`>;

describe("INV-05: a view for status decisions", () => {
  test("has no field, and no case or record fits it", () => {
    expectTypeOf<StatusConsumerView[string]>().toEqualTypeOf<never>();
    expectTypeOf<DialogueCase>().not.toExtend<StatusConsumerView>();
    expectTypeOf<OffenderSideView>().not.toExtend<StatusConsumerView>();
    expectTypeOf<{ readonly state: "closed" }>().not.toExtend<StatusConsumerView>();
  });
});

describe("INV-15: nothing asks for forgiveness", () => {
  test("no case, command, paper, policy or view has a field for it", () => {
    type Everywhere = KeysOf<DialogueCase | DialogueCommand | GatePapers | DialoguePolicy | VictimSideView>;
    expectTypeOf<Matching<Everywhere, "forg" | "reconcil" | "apolog" | "settle">>().toEqualTypeOf<never>();
    // The search does find what is there.
    expectTypeOf<Matching<Everywhere, "emergency">>().toEqualTypeOf<"emergencyGuidance">();
  });
});

describe("INV-04: nothing asks why", () => {
  test("a withdrawal has no field beyond what every command has", () => {
    expectTypeOf<keyof Extract<DialogueCommand, { readonly act: "withdraw" }>>().toEqualTypeOf<
      "id" | "by" | "at" | "evidence" | "act"
    >();
  });
});

describe("what the offender side sees", () => {
  test("is a closed list", () => {
    expectTypeOf<keyof OffenderSideView>().toEqualTypeOf<"signals">();
    expectTypeOf<OffenderSignal["kind"]>().toEqualTypeOf<"approached" | "session" | "ended">();
    expectTypeOf<OffenderSideReply["answer"]>().toEqualTypeOf<"received" | "nothing-open">();
  });

  test("INV-02: a record of interest names no victim and no case", () => {
    expectTypeOf<keyof OffenderInterest>().toEqualTypeOf<"id" | "offender" | "at" | "recordedBy">();
  });
});
