import {
  compileQuestion,
  type CompiledQuestion,
  decide,
  type Determination,
  type Facts,
  type Law,
  replay,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import type { Failure } from "../io/failure.ts";
import { decideFailure } from "../law/compile-asked.ts";
import { determinationDifferences, type Difference, receiptDifferences } from "./difference.ts";
import type { ReceiptFile } from "./receipt-file.ts";

/** What came of deciding again: nothing differs when the decision was reproduced. */
export type Replayed = { readonly determination: Determination | null; readonly differences: readonly Difference[] };

/** What a decision is made again from. */
export type ReplaySetting = { readonly law: Law; readonly facts: Facts; readonly factsFile: string };

/** Decides again as the receipt says it was decided, and says what differs. Facts that fit no vocabulary are an error. */
export const replayReceipt = (file: ReceiptFile, setting: ReplaySetting): Result.Result<Replayed, Failure> => {
  const { question, asOf, enabled } = file.receipt;
  const compiled = compileQuestion(setting.law, question, { asOf, enable: enabled });
  return Result.isFailure(compiled)
    ? Result.succeed({ determination: null, differences: [cannotAsk(file, compiled.failure.message)] })
    : decideAgain(file, compiled.success, setting);
};

const cannotAsk = ({ receipt }: ReceiptFile, message: string): Difference => ({
  field: "ruleHash",
  receipt: receipt.ruleHash,
  here: null,
  words: `the rules are not those decided by: ${message}`,
});

const decideAgain = (
  file: ReceiptFile,
  compiled: CompiledQuestion,
  { facts, factsFile }: ReplaySetting,
): Result.Result<Replayed, Failure> => {
  const decided = decide(compiled, facts);
  if (Result.isFailure(decided))
    return decided.failure._tag === "FactProblems"
      ? Result.fail(decideFailure(decided.failure, factsFile))
      : Result.succeed({ determination: null, differences: [contradiction(file, decided.failure.message)] });
  const determination = decided.success;
  const again = replay(file.receipt, compiled, facts);
  const fields = Result.isFailure(again) && again.failure._tag === "ReceiptDiffers" ? again.failure.fields : [];
  return Result.succeed({
    determination,
    differences: [
      ...receiptDifferences(file.receipt, determination.receipt, fields),
      ...(file.determination === null ? [] : determinationDifferences(file.determination, determination)),
    ],
  });
};

const contradiction = ({ receipt }: ReceiptFile, message: string): Difference => ({
  field: "answer",
  receipt: receipt.answer,
  here: null,
  words: `the answer was ${receipt.answer}, and here there is none: ${message}`,
});
