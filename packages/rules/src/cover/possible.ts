import { TRUE } from "../diagram/boolean-algebra.ts";
import { OUTSIDE } from "../diagram/cell.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Manager } from "../diagram/manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, valueOf } from "../diagram/node-table.ts";
import type { Assignment } from "../diagram/restrict.ts";

/** Whether some completion of the facts known makes a boolean diagram the wanted value. */
export const canBe = (
  manager: Manager,
  root: NodeId,
  { value, cells }: { readonly value: number; readonly cells: Assignment },
): boolean => {
  const barren = new Set<NodeId>();
  const search = (node: NodeId): boolean => {
    if (isTerminal(manager, node)) return valueOf(manager, node) === value;
    if (barren.has(node)) return false;
    const cell = itemAt(cells, levelOf(manager, node));
    const children = childrenOf(manager, node);
    const found = cell === OUTSIDE ? children.some(search) : search(itemAt(children, cell));
    if (!found) barren.add(node);
    return found;
  };
  return search(root);
};

/** Whether a boolean diagram is true however the missing facts turn out. */
export const isCertain = (manager: Manager, root: NodeId, cells: Assignment): boolean =>
  !canBe(manager, root, { value: 1 - TRUE, cells });
