import { describe, expectTypeOf, test } from "vitest";
import type { Cents, EventId, Instant, LocalDate, PersonId, SupervisedPersonId } from "./index.ts";

describe("branded values", () => {
  test("a person's id cannot stand where another kind of id is wanted", () => {
    expectTypeOf<PersonId>().not.toExtend<SupervisedPersonId>();
    expectTypeOf<EventId>().not.toExtend<PersonId>();
  });

  test("text that nobody checked is no date and no moment", () => {
    expectTypeOf<string>().not.toExtend<LocalDate>();
    expectTypeOf<string>().not.toExtend<Instant>();
    expectTypeOf<LocalDate>().not.toExtend<Instant>();
  });

  test("a number that nobody checked is no amount of money", () => {
    expectTypeOf<number>().not.toExtend<Cents>();
  });
});
