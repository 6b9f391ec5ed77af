import { itemAt } from "./item-at.ts";

/** Where a node stands in a table. Equal functions of the same table are the same number. */
export type NodeId = number;

/** The level of a terminal: after every fact. */
export const TERMINAL_LEVEL = Number.MAX_SAFE_INTEGER;

/**
 * The nodes of ordered, reduced diagrams. A node tests the fact at its level and has one child per cell of that fact; a
 * terminal has a value and no children. Levels grow from a node to its children.
 */
export type NodeTable = {
  readonly levels: readonly number[];
  readonly children: readonly (readonly NodeId[])[];
  readonly values: readonly number[];
};

export const levelOf = (table: NodeTable, node: NodeId): number => itemAt(table.levels, node);

export const childrenOf = (table: NodeTable, node: NodeId): readonly NodeId[] => itemAt(table.children, node);

/** The value of a terminal; of no meaning for another node. */
export const valueOf = (table: NodeTable, node: NodeId): number => itemAt(table.values, node);

export const isTerminal = (table: NodeTable, node: NodeId): boolean => levelOf(table, node) === TERMINAL_LEVEL;
