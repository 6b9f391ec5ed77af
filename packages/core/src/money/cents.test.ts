import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { addCents, AmountUnreadable, Cents, formatCents, parseCents, subtractCents } from "./cents.ts";

const cents = (amount: number): Cents => Cents.parse(amount);
const MOST = Number.MAX_SAFE_INTEGER;

describe("parseCents", () => {
  test.each([
    ["$1,234.56", 123_456],
    ["1234.56", 123_456],
    ["1,234", 123_400],
    ["$0.05", 5],
    ["-$12.00", -1200],
    [" $7 ", 700],
    ["-0.00", 0],
    ["$90,071,992,547,409.91", MOST],
  ])("reads %s as %d cents", (text, amount) => {
    expect(parseCents(text)).toEqual(Result.succeed(amount));
  });

  test.each([
    "12.3",
    "1,23.45",
    "12,50",
    "1.234,56",
    "$",
    "",
    "12.345",
    "0x10",
    "1e3",
    "$-5",
    "$90,071,992,547,409.92",
  ])("refuses `%s`", (input) => {
    expect(parseCents(input)).toEqual(Result.fail(new AmountUnreadable({ input })));
  });

  test("a refusal says what to write instead", () => {
    expect(new AmountUnreadable({ input: "12.3" }).message).toBe(
      "`12.3` is not an amount: write dollars and two digits of cents, such as `$1,234.56`",
    );
  });
});

describe("formatCents", () => {
  test.each([
    [0, "$0.00"],
    [5, "$0.05"],
    [-5, "-$0.05"],
    [99_999, "$999.99"],
    [100_000, "$1,000.00"],
    [123_456_789, "$1,234,567.89"],
    [MOST, "$90,071,992,547,409.91"],
  ])("prints %d cents as %s", (amount, text) => {
    expect(formatCents(cents(amount))).toBe(text);
  });
});

describe("addCents and subtractCents", () => {
  test("are exact where floating dollars are not", () => {
    expect(addCents(cents(10), cents(20))).toBe(30);
    expect(subtractCents(cents(30), cents(10))).toBe(20);
  });

  test("stop where whole cents would no longer be exact", () => {
    expect(() => addCents(cents(MOST), cents(1))).toThrow("an amount of cents is a safe integer");
    expect(() => subtractCents(cents(-MOST), cents(1))).toThrow("an amount of cents is a safe integer");
  });
});

describe("Cents", () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, MOST + 1, "100"])("refuses %s", (input) => {
    expect(Cents.safeParse(input).success).toBe(false);
  });
});
