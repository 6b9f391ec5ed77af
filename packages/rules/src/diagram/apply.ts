import { itemAt } from "./item-at.ts";
import { makeNode, type Manager, OVERFLOW, terminal } from "./manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, valueOf } from "./node-table.ts";

/** How two terminals combine. The laws stated here let `binary` stop early; state only those that hold. */
export type BinaryOperation = {
  readonly combine: (left: number, right: number) => number;
  /** `combine(neutral, x)` and `combine(x, neutral)` are `x`. */
  readonly neutral?: number;
  /** `combine(absorbing, x)` and `combine(x, absorbing)` are `absorbing`. */
  readonly absorbing?: number;
  /** `combine(x, x)` is `x`. */
  readonly idempotent?: boolean;
};

export type Binary = (left: NodeId, right: NodeId) => NodeId;
export type Unary = (node: NodeId) => NodeId;

// Node ids stay below this, so a pair of them is one safe integer.
const PAIR_BASE = 2 ** 26;

/** An operation on terminals lifted to whole diagrams, with its own memo table. */
export const binary = (manager: Manager, operation: BinaryOperation): Binary => {
  const memo = new Map<number, NodeId>();
  const shortcut = shortcutOf(manager, operation);
  const lift: Binary = (left, right) => {
    if (left === OVERFLOW || right === OVERFLOW) return OVERFLOW;
    const short = shortcut(left, right);
    if (short !== undefined) return short;
    const key = left * PAIR_BASE + right;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const made =
      isTerminal(manager, left) && isTerminal(manager, right)
        ? terminal(manager, operation.combine(valueOf(manager, left), valueOf(manager, right)))
        : descend(manager, [left, right], lift);
    memo.set(key, made);
    return made;
  };
  return lift;
};

/** An operation on terminals lifted to whole diagrams: `not` is `unary(manager, (value) => 1 - value)`. */
export const unary = (manager: Manager, change: (value: number) => number): Unary => {
  const memo = new Map<NodeId, NodeId>();
  const lift: Unary = (node) => {
    if (node === OVERFLOW) return OVERFLOW;
    const known = memo.get(node);
    if (known !== undefined) return known;
    const made = isTerminal(manager, node)
      ? terminal(manager, change(valueOf(manager, node)))
      : makeNode(manager, levelOf(manager, node), childrenOf(manager, node).map(lift));
    memo.set(node, made);
    return made;
  };
  return lift;
};

const shortcutOf = (
  manager: Manager,
  { neutral, absorbing, idempotent }: BinaryOperation,
): ((left: NodeId, right: NodeId) => NodeId | undefined) => {
  const neutralNode = neutral === undefined ? undefined : terminal(manager, neutral);
  const absorbingNode = absorbing === undefined ? undefined : terminal(manager, absorbing);
  return (left, right) => {
    if (left === absorbingNode || right === absorbingNode) return absorbingNode;
    if (left === neutralNode) return right;
    if (right === neutralNode) return left;
    return idempotent === true && left === right ? left : undefined;
  };
};

const descend = (manager: Manager, [left, right]: readonly [NodeId, NodeId], lift: Binary): NodeId => {
  const level = Math.min(levelOf(manager, left), levelOf(manager, right));
  const lefts = levelOf(manager, left) === level ? childrenOf(manager, left) : undefined;
  const rights = levelOf(manager, right) === level ? childrenOf(manager, right) : undefined;
  const arity = (lefts ?? rights ?? []).length;
  const children = Array.from({ length: arity }, (_, cell) =>
    lift(lefts === undefined ? left : itemAt(lefts, cell), rights === undefined ? right : itemAt(rights, cell)),
  );
  return makeNode(manager, level, children);
};
