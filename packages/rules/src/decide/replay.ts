import * as Result from "effect/Result";
import canonicalize from "canonicalize";
import type { Facts } from "../facts.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import { decide } from "./decide.ts";
import type { Determination } from "./determination.ts";
import { type DecideError, ReceiptDiffers } from "./errors.ts";
import type { Receipt } from "./receipt.ts";

/**
 * Decides again and holds the new receipt to an old one, byte for byte in canonical JSON.
 * @errors as `decide`, then `ReceiptDiffers` naming each field that is not the same.
 */
export const replay = (
  receipt: Receipt,
  compiled: CompiledQuestion,
  facts: Facts,
): Result.Result<Determination, DecideError | ReceiptDiffers> =>
  Result.flatMap(decide(compiled, facts), (again) => {
    const fields = differing(receipt, again.receipt);
    return fields.length === 0
      ? Result.succeed(again)
      : Result.fail(new ReceiptDiffers({ question: compiled.question, fields }));
  });

const differing = (left: Receipt, right: Receipt): readonly string[] => {
  const rights = new Map<string, unknown>(Object.entries(right));
  const lefts = new Map<string, unknown>(Object.entries(left));
  return [...new Set([...lefts.keys(), ...rights.keys()])]
    .filter((field) => bytes(lefts.get(field)) !== bytes(rights.get(field)))
    .toSorted();
};

const bytes = (value: unknown): string => canonicalize([value]) ?? "";
