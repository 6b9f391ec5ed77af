import type { CompiledQuestion } from "./compiled-question.ts";
import { digestOf, type GivenFacts } from "./facts-digest.ts";
import type { Finding } from "./finding.ts";
import type { Receipt } from "./receipt.ts";

/**
 * The receipt of a decision. Its `factsDigest` is an own property like the others, computed when it is first read: hashing
 * takes several times as long as deciding, and most decisions of a bulk run are never looked at.
 */
export const receiptOf = (compiled: CompiledQuestion, finding: Finding, given: GivenFacts): Receipt => {
  const receipt: Unfinished = {
    version: 1,
    jurisdiction: compiled.law.id,
    question: compiled.question,
    asOf: compiled.asOf,
    edition: compiled.edition,
    ruleHash: compiled.ruleHash,
    enabled: compiled.enabled,
  };
  hidden.value = given;
  Object.defineProperty(receipt, GIVEN, hidden);
  hidden.value = null;
  Object.defineProperty(receipt, "factsDigest", DIGEST);
  receipt.answer = finding.answer;
  receipt.grounds = finding.ids;
  return receipt as Receipt;
};

type Unfinished = { -readonly [Field in keyof Omit<Receipt, "factsDigest">]?: Receipt[Field] };

/** Where a receipt keeps the facts of which it is to tell the digest; not enumerable, so that nothing prints or copies them. */
const GIVEN = Symbol("facts given");

const hidden: { value: GivenFacts | null; readonly enumerable: false } = { value: null, enumerable: false };

/** One getter for all receipts: they keep one shape. */
const DIGEST: PropertyDescriptor = {
  enumerable: true,
  get(this: { readonly [GIVEN]: GivenFacts }): string {
    return digestOf(this[GIVEN]);
  },
};
