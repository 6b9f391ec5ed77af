import { isDay } from "./is-day.ts";
import type { Axis, CellRange } from "../diagram/cell.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "../diagram/node-table.ts";
import { reachable } from "../diagram/walk.ts";
import type { EvaluatedLeaf, LeafFinder } from "./leaf.ts";
import type { QuestionDiagrams } from "./question-diagrams.ts";

type Leaves = readonly (EvaluatedLeaf | null)[];

/** What generated code calls: the leaves by value, and the finder for facts that are not a plain object. */
export type FinderParts = { readonly leaves: Leaves; readonly walk: LeafFinder };

/**
 * The grounds diagram as generated code: nested tests, with a function for each node that several paths meet in. Every
 * name and value enters the code as a JSON string. `null` where the platform bars code generation.
 */
export const generateFinder = (
  diagrams: QuestionDiagrams,
  space: FactSpace,
  { leaves, walk }: FinderParts,
): LeafFinder | null => {
  const make = functionFrom(finderSource(diagrams, space));
  return make === null ? null : make(leaves, isDay, walk);
};

type Make = (leaves: Leaves, isDay: (text: string) => boolean, walk: LeafFinder) => LeafFinder;

/** Code generation is refused under a strict content policy and on some edge platforms; only trying tells. */
const functionFrom = (source: string): Make | null => {
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- the source is made here from a checked diagram, every name and value as a JSON string
    return new Function("leaves", "isDay", "walk", source) as Make;
  } catch {
    return null;
  }
};

/** The body of a function of `leaves`, `isDay` and `walk` that returns the finder. */
const finderSource = (diagrams: QuestionDiagrams, space: FactSpace): string => {
  const { values, functions, body } = writeFinder(diagrams, space);
  return [
    `"use strict";`,
    ...values.map((value) => `const l${value} = leaves[${value}];`),
    ...functions,
    `return (f) => { ${body} };`,
  ].join("\n");
};

/**
 * A finder as text. `body` is that of a function of facts `f`; it reads `isDay`, the leaves `l0`, `l1`, …, and `functions`,
 * and leaves facts that are not a plain object to `walk`.
 */
export type FinderText = {
  /** The terminal values of which the text reads the leaf. */
  readonly values: readonly number[];
  /** A constant for each node that several paths meet in, each before those that call it. */
  readonly functions: readonly string[];
  readonly body: string;
};

export const writeFinder = ({ table, grounds }: QuestionDiagrams, space: FactSpace): FinderText => {
  const shared = sharedNodes(table, grounds);
  const writer: Writer = { table, space, isShared: (node) => shared.has(node), root: grounds };
  return {
    values: reachable(table, [grounds])
      .filter((node) => isTerminal(table, node))
      .map((node) => valueOf(table, node)),
    functions: [...shared].map((node) => `const n${node} = (f) => { ${writeTest(writer, node)} };`),
    body: writeNode(writer, grounds),
  };
};

type Writer = {
  readonly table: NodeTable;
  readonly space: FactSpace;
  readonly isShared: (node: NodeId) => boolean;
  readonly root: NodeId;
};

const sharedNodes = (table: NodeTable, root: NodeId): ReadonlySet<NodeId> => {
  const tests = reachable(table, [root]).filter((node) => !isTerminal(table, node));
  const parents = Map.groupBy(
    tests.flatMap((node) => [...new Set(childrenOf(table, node))]),
    (child) => child,
  );
  return new Set(tests.filter((node) => (parents.get(node) ?? []).length > 1));
};

const writeNode = (writer: Writer, node: NodeId): string => {
  if (isTerminal(writer.table, node)) return `return l${valueOf(writer.table, node)};`;
  return writer.isShared(node) ? `return n${node}(f);` : writeTest(writer, node);
};

const writeTest = (writer: Writer, node: NodeId): string => {
  const axis = itemAt(writer.space.axes, levelOf(writer.table, node));
  const children = childrenOf(writer.table, node);
  const branches = axis.cells.map(({ range }, cell) => ({ range, child: itemAt(children, cell) }));
  const code = (child: NodeId): string => writeNode(writer, child);
  const variable = `v${levelOf(writer.table, node)}`;
  const read = `const ${variable} = f[${JSON.stringify(axis.definition.name)}];`;
  return `${read} ${node === writer.root ? UNLESS_PLAIN : ""}${writeBranches(axis, branches, { variable, code })}`;
};

/**
 * An inherited name must not be taken for a fact. Asked after the first read, when the engine knows the object's shape, the
 * question costs nothing; asked before, it takes as long as four tests.
 */
const UNLESS_PLAIN = "const p = Object.getPrototypeOf(f); if (p !== Object.prototype && p !== null) return walk(f); ";

type Branch = { readonly range: CellRange; readonly child: NodeId };
type Into = { readonly variable: string; readonly code: (child: NodeId) => string };

const writeBranches = (axis: Axis, branches: readonly Branch[], into: Into): string => {
  const { definition } = axis;
  switch (definition.type) {
    case "boolean":
    case "enum":
      return writeSwitch(branches, into);
    case "integer":
      return writeLadder(`Number.isSafeInteger(v) && v >= ${definition.min} && v <= ${definition.max}`, branches, into);
    case "date":
      return writeLadder(
        `typeof v === "string" && isDay(v) && v >= "${definition.from}" && v <= "${definition.to}"`,
        branches,
        into,
      );
  }
};

/** One case per value of the domain, so that a value outside it falls through to `null`. */
const writeSwitch = (branches: readonly Branch[], { variable, code }: Into): string => {
  const groups = Map.groupBy(branches, (branch) => branch.child);
  const cases = [...groups].map(
    ([child, group]) => `${group.flatMap(({ range }) => caseLabels(range)).join(" ")} { ${code(child)} }`,
  );
  return `switch (${variable}) { ${cases.join(" ")} default: return null; }`;
};

const caseLabels = (range: CellRange): readonly string[] => {
  if (range.kind === "boolean") return [`case ${range.value}:`];
  return range.kind === "values" ? range.values.map((value) => `case ${JSON.stringify(value)}:`) : [];
};

/** Neighbouring intervals that lead to the same child are one step of the ladder. */
const writeLadder = (guard: string, branches: readonly Branch[], { variable, code }: Into): string => {
  const steps = branches.filter(({ child }, index) => branches[index + 1]?.child !== child);
  const rungs = steps.map(({ range, child }, index) => {
    const until = range.kind === "integers" || range.kind === "dates" ? JSON.stringify(range.until) : "";
    return index === steps.length - 1 ? code(child) : `if (${variable} < ${until}) { ${code(child)} }`;
  });
  return `if (!(${guard.replaceAll(/\bv\b/gu, variable)})) return null; ${rungs.join(" ")}`;
};
