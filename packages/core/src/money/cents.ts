import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { z } from "zod";
import { invariant } from "../invariant.ts";

/** An amount of United States money in whole cents, negative for the other direction; a safe integer, never a fraction. */
export const Cents = z.int("write an amount in whole cents, such as 123456 for $1,234.56").brand<"Cents">();
export type Cents = z.infer<typeof Cents>;

/** A text is not an amount of dollars and cents, or is one too large to hold exactly. */
export class AmountUnreadable extends Data.TaggedError("AmountUnreadable")<{ readonly input: string }> {
  override get message(): string {
    return `\`${this.input}\` is not an amount: write dollars and two digits of cents, such as \`$1,234.56\``;
  }
}

/** The sum of two amounts. Sums stay below 90 trillion dollars, where whole cents are exact. */
export const addCents = (a: Cents, b: Cents): Cents => exact(a + b);

/** What is left of `a` when `b` is taken away; negative when `b` is more. */
export const subtractCents = (a: Cents, b: Cents): Cents => exact(a - b);

/**
 * Reads an amount as people write it: an optional minus and dollar sign, digits with or without commas at the
 * thousands, and either no cents or two digits of them. Never rounds.
 *
 * @errors `AmountUnreadable` for anything else, such as `12.3`, `1,23.45` or `12,50`.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(Result.getOrThrow(parseCents("$1,234.56"))).toBe(123456);
 * expect(Result.isFailure(parseCents("12.3"))).toBe(true);
 * ```
 */
export const parseCents = (text: string): Result.Result<Cents, AmountUnreadable> => {
  const match = /^(-?)\$?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{2}))?$/u.exec(text.trim());
  const [, minus = "", dollars = "", cents = "00"] = match ?? [];
  const amount = Number(dollars.replaceAll(",", "") + cents);
  if (match === null || !Number.isSafeInteger(amount)) return Result.fail(new AmountUnreadable({ input: text }));
  return Result.succeed(exact(minus === "-" ? -amount : amount));
};

/** An amount as it is printed: `$1,234.56`, `-$0.05`. `parseCents` reads it back. */
export const formatCents = (amount: Cents): string => {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  const dollars = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
  return `${amount < 0 ? "-" : ""}$${dollars}.${digits.slice(-2)}`;
};

const exact = (amount: number): Cents => {
  invariant(Number.isSafeInteger(amount), "an amount of cents is a safe integer");
  // Adding zero turns negative zero, which prints the same and compares differently, into zero.
  return (amount + 0) as Cents;
};
