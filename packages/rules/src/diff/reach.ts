import { leavesOf } from "../diagram/condition-parts.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { Rule, RuleId } from "../file/rule-file.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { JoinedFacts } from "./join-facts.ts";
import type { OneSidedDiagrams } from "./one-sided-diagrams.ts";
import type { SideDiagrams } from "./shared-diagrams.ts";
import type { OpenSide, Pair } from "./side.ts";

/** Which rules may have a part in what is said of people whom only one side can be asked of. */
export type Reach = {
  /** Whether there are such people. */
  readonly isPartial: boolean;
  /** Rules that hold for somebody of them, on the side that can be asked. */
  readonly holding: ReadonlySet<RuleId>;
  /** Grants that stand for somebody of them. */
  readonly standing: ReadonlySet<RuleId>;
  /** Whether a rule or a question that it reads tests a fact of which one side knows values that the other does not. */
  readonly isAsked: (rule: Rule) => boolean;
};

export const reachOf = (
  { left, right }: Pair<OpenSide>,
  alone: Pair<OneSidedDiagrams | null>,
  { domains }: JoinedFacts,
): Reach => {
  const sides = [alone.left, alone.right].flatMap((side) => side ?? []);
  const facts = new Set(domains.map(({ fact }) => fact));
  const asked = new Set([...facts, ...questionsAsking(left, facts), ...questionsAsking(right, facts)]);
  return {
    isPartial: domains.length > 0,
    holding: new Set(sides.flatMap((side) => reaching(side, "holds"))),
    standing: new Set(sides.flatMap((side) => reaching(side, "stands"))),
    isAsked: (rule) => asks(rule, asked),
  };
};

const reaching = (
  { shared: { sides, algebra }, side, where }: OneSidedDiagrams,
  as: keyof Pick<SideDiagrams, "holds" | "stands">,
): readonly RuleId[] => {
  const { model, [as]: diagrams } = sides[side];
  const isThere = (diagram: NodeId): boolean => algebra.and(where, diagram) !== algebra.never;
  return model.rules.flatMap(({ rule }, place) => (isThere(itemAt(diagrams, place)) ? [rule.id] : []));
};

/** The questions of a closure that test one of the facts, themselves or through others: those read come first in it. */
const questionsAsking = ({ closure }: OpenSide, facts: ReadonlySet<FactName>): ReadonlySet<FactName> =>
  closure.reduce<ReadonlySet<FactName>>(
    (asked, { question, rules }) => (rules.some((rule) => asks(rule, asked)) ? new Set([...asked, question]) : asked),
    facts,
  );

const asks = ({ conditions }: Rule, asked: ReadonlySet<FactName>): boolean =>
  leavesOf(conditions).some(({ fact }) => asked.has(fact));
