import type { FactDefinition, FactName, Vocabulary } from "../vocabulary/fact-definition.ts";
import { joinDomains } from "./join-domains.ts";
import type { OpenSide, Pair } from "./side.ts";

/** A fact that both sides read and whose domain is not the same: what only one side knows of it is decided there alone. */
export type DomainDifference = {
  readonly fact: FactName;
  readonly title: string;
  /** The part of the domain that only this side knows, in words; `null` when there is none. */
  readonly onlyLeft: string | null;
  readonly onlyRight: string | null;
};

/** Facts that the two sides mean so differently that no comparison over them would say anything. */
export type Incomparable = { readonly fact: FactName; readonly words: string };

/** The facts of a comparison, their domains, and where the domains part. */
export type JoinedFacts = {
  readonly vocabulary: Vocabulary;
  readonly domains: readonly DomainDifference[];
  readonly incomparable: readonly Incomparable[];
};

/**
 * Joins the facts that either side reads. A fact that only one side reads has that side's domain, since it makes no
 * difference to the other; one that both read has what their domains share.
 */
export const joinFacts = ({ left, right }: Pair<OpenSide>): JoinedFacts => {
  const lefts = factsRead(left);
  const rights = factsRead(right);
  const names = [...lefts.keys(), ...[...rights.keys()].filter((name) => !lefts.has(name))];
  const joined = names.map((name) => joinFact(name, { left: lefts.get(name), right: rights.get(name) }));
  const questions = new Set([...left.closure, ...right.closure].map(({ question }) => question));
  const asked = names
    .filter((name) => questions.has(name))
    .map((fact) => ({ fact, words: "it is a question on one side and a fact on the other" }));
  return {
    vocabulary: new Map(
      joined.flatMap(({ definition }) => (definition === null ? [] : [[definition.name, definition]])),
    ),
    domains: joined.flatMap(({ difference }) => (difference === null ? [] : [difference])),
    incomparable: [...asked, ...joined.flatMap(({ incomparable }) => (incomparable === null ? [] : [incomparable]))],
  };
};

const factsRead = ({ compiled }: OpenSide): ReadonlyMap<FactName, FactDefinition> =>
  new Map(compiled.space.axes.map(({ definition }) => [definition.name, definition]));

type JoinedFact = {
  readonly definition: FactDefinition | null;
  readonly difference: DomainDifference | null;
  readonly incomparable: Incomparable | null;
};

const joinFact = (fact: FactName, { left, right }: Pair<FactDefinition | undefined>): JoinedFact => {
  if (left === undefined || right === undefined)
    return { definition: left ?? right ?? null, difference: null, incomparable: null };
  const joined = joinDomains(left, right);
  if (joined === null)
    return {
      definition: null,
      difference: null,
      incomparable: { fact, words: "no value of it means the same on both sides" },
    };
  const { definition, onlyLeft, onlyRight } = joined;
  const isSame = onlyLeft === null && onlyRight === null;
  return {
    definition,
    difference: isSame ? null : { fact, title: definition.title, onlyLeft, onlyRight },
    incomparable: null,
  };
};
