import { itemAt } from "./item-at.ts";
import { type NodeId, type NodeTable, TERMINAL_LEVEL } from "./node-table.ts";

/**
 * A growing table of nodes, hash-consed: asking twice for the same node gives the same id, so two diagrams of one manager
 * are equal functions exactly when they are the same id.
 */
export type Manager = NodeTable & {
  readonly levels: number[];
  readonly children: (readonly NodeId[])[];
  readonly values: number[];
  readonly maxNodes: number;
  readonly nodesByKey: Map<string, NodeId>;
  readonly terminalsByValue: Map<number, NodeId>;
};

/** The id that every operation gives once the manager's node bound is reached; it is never the id of a node. */
export const OVERFLOW: NodeId = -1;

const NO_CHILDREN: readonly NodeId[] = [];

/** A manager that refuses to hold more than the given number of nodes. */
export const createManager = (maxNodes: number): Manager => ({
  levels: [],
  children: [],
  values: [],
  maxNodes,
  nodesByKey: new Map(),
  terminalsByValue: new Map(),
});

/** The terminal with a value. */
export const terminal = (manager: Manager, value: number): NodeId => {
  const known = manager.terminalsByValue.get(value);
  if (known !== undefined) return known;
  const made = append(manager, { level: TERMINAL_LEVEL, children: NO_CHILDREN, value });
  if (made !== OVERFLOW) manager.terminalsByValue.set(value, made);
  return made;
};

/** The node that tests the fact at a level; when every cell leads to the same child, that child. */
export const makeNode = (manager: Manager, level: number, children: readonly NodeId[]): NodeId => {
  if (children.includes(OVERFLOW)) return OVERFLOW;
  const first = itemAt(children, 0);
  if (children.every((child) => child === first)) return first;
  const key = `${level}:${children.join(",")}`;
  const known = manager.nodesByKey.get(key);
  if (known !== undefined) return known;
  const made = append(manager, { level, children, value: -1 });
  if (made !== OVERFLOW) manager.nodesByKey.set(key, made);
  return made;
};

/** Whether the manager has reached its bound; until then no operation of it has given `OVERFLOW`. */
export const isFull = (manager: Manager): boolean => manager.levels.length >= manager.maxNodes;

type NewNode = { readonly level: number; readonly children: readonly NodeId[]; readonly value: number };

const append = (manager: Manager, node: NewNode): NodeId => {
  const id = manager.levels.length;
  if (id >= manager.maxNodes) return OVERFLOW;
  manager.levels.push(node.level);
  manager.children.push(node.children);
  manager.values.push(node.value);
  return id;
};
