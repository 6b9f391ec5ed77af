import { join } from "node:path";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { loadLaw } from "../load/load-law.ts";
import { EXAMPLE_LAW, readFolder } from "../../test/law-folder.ts";
import type { Property } from "../file/property-file.ts";
import { prove } from "./prove.ts";

const law = Result.getOrThrow(loadLaw(readFolder(join(EXAMPLE_LAW, "good"))));
const asOf = law.profile.calendar.verified.on;

const failureOf = (property: Property): string => {
  const outcome = prove(law, property, { asOf });
  return Result.isFailure(outcome) ? outcome.failure.message : "proved or refuted";
};

const shared = { name: "a property", reason: "a reason", question: "notice" };

describe("prove", () => {
  test("tells every name and value that does not fit the law at once, and what to write instead", () => {
    const message = failureOf({
      ...shared,
      when: { all: [{ fact: "event.knd", operator: "equal", value: "escape" }] },
      // oxlint-disable-next-line unicorn/no-thenable -- a property's own word for what must hold; nobody awaits one
      then: { all: [{ fact: "answer", operator: "equal", value: "maybe" }] },
    });
    expect(message).toContain("the property `a property` does not fit the law: $.when.all[0].fact: ");
    expect(message).toContain("did you mean `event.kind`");
    expect(message).toContain("$.then.all[0].value: ");
  });

  test("refuses a fact whose values have no order", () => {
    expect(failureOf({ ...shared, neverLoses: ["event.kind"] })).toBe(
      "the property `a property` does not fit the law: $.neverLoses[0]: the values of `event.kind` have no order; write two properties with `when` and `then`",
    );
  });

  test("refuses a question that the law does not have", () => {
    expect(failureOf({ ...shared, question: "notices", neverLoses: ["event.kind"] })).toContain(
      "no question `notices`",
    );
  });

  test("says of a property that nobody meets that it says nothing", () => {
    const outcome = prove(
      law,
      {
        ...shared,
        when: {
          all: [
            { fact: "event.kind", operator: "equal", value: "escape" },
            { fact: "event.kind", operator: "equal", value: "death" },
          ],
        },
        // oxlint-disable-next-line unicorn/no-thenable -- a property's own word for what must hold; nobody awaits one
        then: { all: [{ fact: "answer", operator: "equal", value: "yes" }] },
      },
      { asOf },
    );
    expect(Result.isSuccess(outcome) && outcome.success.verdict).toMatchObject({ kind: "proved", isVacuous: true });
  });
});
