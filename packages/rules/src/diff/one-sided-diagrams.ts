import { OUTSIDE } from "../diagram/cell.ts";
import { cutDomain } from "../diagram/cells.ts";
import { itemAt } from "../diagram/item-at.ts";
import { makeNode } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { Leaf } from "../file/condition.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import type { DomainDifference, JoinedFacts } from "./join-facts.ts";
import { sharedDiagrams, type SharedDiagrams } from "./shared-diagrams.ts";
import type { OpenSide, SideName } from "./side.ts";

/** One side over all that it knows itself, compared with nothing: both sides of the diagrams are that side. */
export type OneSidedDiagrams = {
  readonly open: OpenSide;
  readonly side: SideName;
  readonly shared: SharedDiagrams;
  /** The people of whom the other side cannot be asked. */
  readonly where: NodeId;
};

/** `null` when the side knows no value that the other does not. */
export const oneSidedDiagrams = (
  { open, side }: Pick<OneSidedDiagrams, "open" | "side">,
  facts: JoinedFacts,
  maxNodes: number,
): OneSidedDiagrams | null => {
  const known = facts.domains.flatMap(({ fact, ...only }) =>
    only[ONLY[side]] === null ? [] : (facts.vocabulary.get(fact) ?? []),
  );
  if (known.length === 0) return null;
  const vocabulary = new Map(open.compiled.space.axes.map(({ definition }) => [definition.name, definition]));
  const tests = known.flatMap((joined) => edgesOf(joined, vocabulary.get(joined.name)));
  const shared = sharedDiagrams({ left: open, right: open }, { vocabulary, maxNodes, tests });
  const { or, never } = shared.algebra;
  return { open, side, shared, where: known.map((joined) => beyond(shared, joined)).reduce(or, never) };
};

const ONLY = { left: "onlyLeft", right: "onlyRight" } as const satisfies Record<SideName, keyof DomainDifference>;

/** Tests that cut a domain at the edges of a part of it; of a list of values, those beyond the part are named. */
const edgesOf = (part: FactDefinition, whole: FactDefinition | undefined): readonly Leaf[] => {
  const at = (operator: Leaf["operator"], value: Leaf["value"]): Leaf => ({ fact: part.name, operator, value });
  switch (part.type) {
    case "boolean":
      return [];
    case "enum":
      return whole?.type === "enum"
        ? [
            at(
              "in",
              whole.values.filter((value) => !part.values.includes(value)),
            ),
          ]
        : [];
    case "integer":
      return [at("greaterThanInclusive", part.min), at("lessThanInclusive", part.max)];
    case "date":
      return [at("greaterThanInclusive", part.from), at("lessThanInclusive", part.to)];
  }
};

const beyond = ({ manager, space, algebra }: SharedDiagrams, joined: FactDefinition): NodeId => {
  const level = space.levels.get(joined.name);
  if (level === undefined) return algebra.never;
  const { cellOf } = cutDomain(joined, []);
  const children = itemAt(space.axes, level).cells.map(({ sample }) =>
    cellOf(sample) === OUTSIDE ? algebra.always : algebra.never,
  );
  return makeNode(manager, level, children);
};
