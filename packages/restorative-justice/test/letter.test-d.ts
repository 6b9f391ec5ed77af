import { describe, expectTypeOf, test } from "vitest";
import type { SubmitLetter } from "../src/letter/letter-command.ts";
import type { LetterNotice } from "../src/letter/letter-notice.ts";
import type { LetterPolicy } from "../src/letter/letter-policy.ts";
import type { AuthorView } from "../src/letter/letter-views.ts";
import type { CaseId } from "../src/programme/ids.ts";
import type { StatusConsumerView } from "../src/programme/status-consumer-view.ts";

describe("what the types leave no room for", () => {
  test("a notice has a kind and a letter's id, and no place for a text", () => {
    expectTypeOf<LetterNotice>().toEqualTypeOf<{ readonly kind: "a_letter_waits"; readonly letter: CaseId }>();
  });

  test("the view for decisions on status has no field (INV-05)", () => {
    expectTypeOf<StatusConsumerView[string]>().toEqualTypeOf<never>();
  });

  test("the author's status ends with accepted (INV-13)", () => {
    expectTypeOf<AuthorView["status"]>().toEqualTypeOf<"submitted" | "returned" | "accepted">();
  });

  test("who hands a letter in names nobody to send it to (INV-14)", () => {
    expectTypeOf<keyof SubmitLetter>().toEqualTypeOf<
      "id" | "by" | "at" | "evidence" | "act" | "letter" | "origin" | "document"
    >();
  });

  test("no setting tells the author without the victim's choice", () => {
    expectTypeOf<LetterPolicy["authorTold"]>().toEqualTypeOf<"never" | "victim_decides">();
    expectTypeOf<LetterPolicy["notifyPolicy"]>().toEqualTypeOf<"opt_in_only" | "notify_registered">();
  });
});
