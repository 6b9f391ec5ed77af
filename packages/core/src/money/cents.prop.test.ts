import { fc, test } from "@fast-check/vitest";
import * as Result from "effect/Result";
import { describe, expect } from "vitest";
import { addCents, Cents, formatCents, parseCents, subtractCents } from "./cents.ts";

const amounts = fc.maxSafeInteger().map((amount) => Cents.parse(amount));
const halfAmounts = fc.integer({ min: -(2 ** 52), max: 2 ** 52 - 1 }).map((amount) => Cents.parse(amount));
const thorough = { numRuns: 5000 };

describe("cents", () => {
  test.prop([amounts], thorough)("parse after print is identity", (amount) => {
    expect(parseCents(formatCents(amount))).toEqual(Result.succeed(amount));
  });

  test.prop([halfAmounts, halfAmounts], thorough)("what is added can be taken away again", (a, b) => {
    expect(subtractCents(addCents(a, b), b)).toBe(a);
  });

  test.prop([fc.string()], thorough)("any text is an amount or a named refusal", (text) => {
    const parsed = parseCents(text);
    if (Result.isSuccess(parsed)) expect(Cents.safeParse(parsed.success).success).toBe(true);
    else expect(parsed.failure._tag).toBe("AmountUnreadable");
  });

  test.prop([fc.stringMatching(/^-?\$?\d{1,3}(,?\d{3}){0,5}(\.\d{0,3})?$/)], thorough)(
    "big integers agree on every amount that is read",
    (text) => {
      const parsed = parseCents(text);
      if (Result.isFailure(parsed)) return;
      const [dollars = "", fraction = "00"] = text.replaceAll(/[$,-]/g, "").split(".");
      const size = BigInt(dollars) * 100n + BigInt(fraction);
      expect(BigInt(parsed.success)).toBe(text.startsWith("-") ? -size : size);
    },
  );
});
