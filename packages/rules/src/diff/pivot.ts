import { booleanAlgebra } from "../diagram/boolean-algebra.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Manager } from "../diagram/manager.ts";
import { makeNode } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { FIRST_FACTS } from "../diagram/order.ts";
import { regionOfCube, type RegionTest } from "../region/region.ts";

/** The fact by which people sort a law's provisions, such as the kind of event, with where each of its cells is. */
export type Pivot = { readonly level: number; readonly cells: readonly NodeId[] };

/** `null` when the rules read no such fact. */
export const pivotOf = (manager: Manager, { axes, levels }: FactSpace): Pivot | null => {
  const { always, never } = booleanAlgebra(manager);
  const level = FIRST_FACTS.flatMap((name) => levels.get(name) ?? [])[0];
  if (level === undefined) return null;
  const { cells } = itemAt(axes, level);
  return {
    level,
    cells: cells.map((_, own) =>
      makeNode(
        manager,
        level,
        cells.map((__, cell) => (cell === own ? always : never)),
      ),
    ),
  };
};

/** The cells of the pivot in which a diagram is true somewhere, in words; `null` when it is true somewhere in all of them. */
export const aboutWhat = (
  where: NodeId,
  { space, manager, pivot }: { readonly space: FactSpace; readonly manager: Manager; readonly pivot: Pivot | null },
): RegionTest | null => {
  if (pivot === null) return null;
  const { and, never } = booleanAlgebra(manager);
  const cells = pivot.cells.flatMap((diagram, cell) => (and(where, diagram) === never ? [] : [cell]));
  if (cells.length === pivot.cells.length) return null;
  return regionOfCube(space, new Map([[pivot.level, new Set(cells)]])).tests[0] ?? null;
};
