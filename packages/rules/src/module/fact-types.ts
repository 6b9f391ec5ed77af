import type { Law } from "../load/law.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";

/** The declaration of a law's facts: every fact of its vocabulary, each with the values it may have. */
export const factTypes = (law: Law): string => {
  const lines = [...law.vocabulary.values()].map(
    (fact) =>
      `  /** ${fact.title.replaceAll("*/", "* /")} */\n  readonly ${JSON.stringify(fact.name)}?: ${valueType(fact)} | Missing;`,
  );
  return `${MISSING}/** What is known for one decision. A fact that is left out was not asked yet. */
export type Facts = {
${lines.join("\n")}
};
`;
};

const valueType = (fact: FactDefinition): string => {
  switch (fact.type) {
    case "boolean":
      return "boolean";
    case "enum":
      return fact.values.map((value) => JSON.stringify(value)).join(" | ");
    case "integer":
      return "number";
    case "date":
      return "`${number}-${number}-${number}`";
  }
};

const MISSING = `/** Asked, and nobody knows. */
export type Uncertain = { readonly uncertain: true };
/** Not asked yet, or asked and not known. */
export type Missing = Uncertain | null | undefined;
`;

/** The declaration of what every written question answers. */
export const answeredTypes = `/** The edition of the law that a module was written from. */
export type LawRead = {
  readonly jurisdiction: string;
  readonly question: string;
  readonly asOf: string;
  readonly edition: string;
  readonly ruleHash: string;
  readonly enabled: readonly string[];
};

/** A rule on which an answer rests. */
export type Ground = {
  readonly rule: string;
  readonly title: string;
  readonly basis: "law" | "policy";
  readonly cites: readonly { readonly source: string; readonly at?: string }[];
  readonly verified: { readonly status: string; readonly on: string; readonly edition?: string };
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
  readonly notes: readonly string[];
};

/** A fact that is missing and could change the answer. */
export type MissingFact = {
  readonly fact: string;
  readonly state: "unknown" | "uncertain";
  readonly question: string;
  readonly knownBy: string;
  readonly sensitive: boolean;
};

/**
 * What is answered. \`undetermined\`: some completion of the missing facts says yes and another says no. \`conflict\`: rules
 * contradict each other however the missing facts turn out. \`refused\`: facts were given that the law's vocabulary lacks
 * or that have no value of theirs.
 */
export type Answered = {
  readonly answer: "yes" | "no" | "undetermined" | "conflict" | "refused";
  /** Rules that stand however the missing facts turn out. */
  readonly grounds: readonly Ground[];
  /** Rules that stand for some completions of the missing facts and not for others. */
  readonly possibleGrounds: readonly Ground[];
  /** Only the facts that could change the answer. */
  readonly missing: readonly MissingFact[];
  /** The names of the facts that were refused. */
  readonly refused: readonly string[];
};
`;
