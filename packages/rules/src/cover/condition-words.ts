import { testOf } from "../diagram/fact-test.ts";
import { neededInWords } from "../explain/fact-words.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import type { Vocabulary } from "../vocabulary/fact-definition.ts";

/** A test as a line: `kind of event: escape or recapture`. A question read goes by its id. */
export const leafInWords = (leaf: Leaf, vocabulary: Vocabulary): string =>
  `${titleOf(leaf, vocabulary)}: ${valueInWords(leaf, vocabulary)}`;

export const titleOf = ({ fact }: Leaf, vocabulary: Vocabulary): string => vocabulary.get(fact)?.title ?? fact;

/** What a test asks of its fact. */
export const valueInWords = (leaf: Leaf, vocabulary: Vocabulary): string =>
  neededInWords(testOf(leaf), true, vocabulary.get(leaf.fact));

/** A condition as one line. */
export const conditionInWords = (condition: Condition, vocabulary: Vocabulary): string => {
  if ("fact" in condition) return leafInWords(condition, vocabulary);
  if ("not" in condition) return `not (${conditionInWords(condition.not, vocabulary)})`;
  const [parts, joint] = "all" in condition ? [condition.all, " and "] : [condition.any, " or "];
  return parts.map((part) => inGroup(part, vocabulary)).join(joint);
};

const inGroup = (part: Condition, vocabulary: Vocabulary): string =>
  "fact" in part || "not" in part ? conditionInWords(part, vocabulary) : `(${conditionInWords(part, vocabulary)})`;
