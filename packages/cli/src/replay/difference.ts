import { isDeepStrictEqual } from "node:util";
import type { Determination, Receipt } from "@victim-rights/rules";

/** One way in which a decision made again is not the one that the receipt records. */
export type Difference = {
  readonly field: string;
  readonly receipt: unknown;
  readonly here: unknown;
  /** What it means, in plain words. */
  readonly words: string;
};

/** Says what differs between two receipts, for the fields that do. */
export const receiptDifferences = (was: Receipt, is: Receipt, fields: readonly string[]): readonly Difference[] =>
  FIELDS.filter((field) => fields.includes(field)).map((field) => ({
    field,
    receipt: was[field],
    here: is[field],
    words: WORDS[field](was, is),
  }));

type Field = Exclude<keyof Receipt, "version">;

/** From what the decision was about, through what it rested on, to what it said. */
const FIELDS: readonly Field[] = [
  "jurisdiction",
  "question",
  "asOf",
  "edition",
  "ruleHash",
  "enabled",
  "factsDigest",
  "answer",
  "grounds",
];

type Words = (was: Receipt, is: Receipt) => string;

const WORDS: Readonly<Record<Field, Words>> = {
  jurisdiction: (was, is) => `decided under \`${was.jurisdiction}\`; the rules here are of \`${is.jurisdiction}\``,
  question: (was, is) => `the question was \`${was.question}\`, and here is \`${is.question}\``,
  asOf: (was, is) => `decided as of ${was.asOf}, and here as of ${is.asOf}`,
  edition: (was, is) => `decided under edition \`${was.edition}\`; the rules here are edition \`${is.edition}\``,
  ruleHash: (was, is) =>
    was.edition === is.edition
      ? `the rules here call themselves the same edition, \`${is.edition}\`, but were changed since`
      : `the rules are not those decided by: find edition \`${was.edition}\` and name its folder with \`--rules\``,
  enabled: (was, is) => `rules turned on: ${list(was.enabled)} then, ${list(is.enabled)} here`,
  factsDigest: () => "the facts given are not those decided on",
  answer: (was, is) => `the answer was ${was.answer}, and here is ${is.answer}`,
  grounds: (was, is) => `the answer rested on ${list(was.grounds)}, and here rests on ${list(is.grounds)}`,
};

const list = (rules: readonly string[]): string =>
  rules.length === 0 ? "none" : rules.map((rule) => `\`${rule}\``).join(", ");

/** What a whole determination says beyond its receipt, and here says otherwise. How it was computed is no part of what it says. */
export const determinationDifferences = (
  was: Readonly<Record<string, unknown>>,
  determination: Determination,
): readonly Difference[] => {
  const is = JSON.parse(JSON.stringify(determination)) as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => field !== "receipt" && field !== "engine" && !isDeepStrictEqual(was[field], is[field]))
    .toSorted()
    .map((field) => ({
      field: `determination.${field}`,
      receipt: was[field] ?? null,
      here: is[field] ?? null,
      words: "what the answer says of this is not the same, down to its wording and citations",
    }));
};
