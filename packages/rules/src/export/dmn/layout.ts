import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from "@dagrejs/dagre";
import { invariant } from "@victim-rights/core";
import type { DmnDecision, DmnModel } from "./dmn-model.ts";
import { needsOf } from "./needs-of.ts";

/** Where a shape is drawn, in pixels; y grows downwards. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A point that a line goes through, in pixels. */
export type Point = { readonly x: number; readonly y: number };

/** A line from what is needed to what needs it. */
type Line = { readonly from: string; readonly to: string; readonly points: readonly Point[] };

/** A document's diagram: every input and decision by name, and a line for every need. */
export type Layout = { readonly boxes: ReadonlyMap<string, Box>; readonly lines: readonly Line[] };

const HEIGHT = 50;
/** Between shapes of one stack. */
const GAP = 16;
/** From where the lines to a stack meet to the stack. */
const FORK = 30;
/** The margin leaves room for the panel that viewers lay over the corner. */
const SPACING = { rankdir: "LR", nodesep: 18, edgesep: 8, ranksep: 110, marginx: 20, marginy: 110 } as const;

/**
 * Draws what is given on the left and the answer on the right. The two tables of a question need the same, so they stand
 * in one stack to which each need has one line that forks. The same document is always drawn alike.
 */
export const layoutOf = (model: DmnModel): Layout => {
  const stacks = stacksOf(model);
  const stackOf = new Map(stacks.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));
  const graph = placed(model, stacks, (name) => stackOf.get(name) ?? name);
  const boxes = new Map(stacks.flatMap((names) => boxesOf(names, graph.node(names[0] ?? ""))));
  const lines = model.decisions.flatMap((decision) =>
    needsOf(decision).map((from): Line => {
      const stack = stackOf.get(decision.name) ?? "";
      const between = graph.edge(stackOf.get(from) ?? "", stack).points?.slice(1, -1) ?? [];
      const ends = { start: boxOf(boxes, from), end: boxOf(boxes, decision.name) };
      return { from, to: decision.name, points: pointsOf(ends, between, graph.node(stack)) };
    }),
  );
  return { boxes, lines };
};

type Stack = readonly string[];

/** Decisions in a row that need the same stand together; everything else stands alone. */
const stacksOf = ({ inputs, decisions }: DmnModel): readonly Stack[] => {
  const stacks: DmnDecision[][] = [];
  for (const decision of decisions) {
    const [before] = stacks.at(-1) ?? [];
    const isAlike = before !== undefined && decision.needsInputs.length > 0 && needKey(before) === needKey(decision);
    if (isAlike) stacks.at(-1)?.push(decision);
    else stacks.push([decision]);
  }
  return [...inputs.map(({ name }) => [name]), ...stacks.map((stack) => stack.map(({ name }) => name))];
};

const needKey = (decision: DmnDecision): string => needsOf(decision).join(" ");

const placed = (
  { decisions }: DmnModel,
  stacks: readonly Stack[],
  stackOf: (name: string) => string,
): Graph<GraphLabel, NodeLabel, EdgeLabel> => {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ ...SPACING });
  for (const names of stacks) graph.setNode(names[0] ?? "", sizeOf(names));
  for (const decision of decisions)
    for (const needed of needsOf(decision)) graph.setEdge(stackOf(needed), stackOf(decision.name), {});
  layout(graph);
  return graph;
};

/** Wide enough for each name on one line. */
const sizeOf = (names: Stack): { readonly width: number; readonly height: number } => ({
  width: Math.max(120, ...names.map((name) => 50 + 7 * name.length)),
  height: names.length * (HEIGHT + GAP) - GAP,
});

/** Dagre gives the middle of a stack. */
const boxesOf = (names: Stack, { x = 0, y = 0 }: NodeLabel): readonly (readonly [string, Box])[] => {
  const { width, height } = sizeOf(names);
  return names.map((name, place) => [
    name,
    { x: Math.round(x - width / 2), y: Math.round(y - height / 2) + place * (HEIGHT + GAP), width, height: HEIGHT },
  ]);
};

const boxOf = (boxes: ReadonlyMap<string, Box>, name: string): Box => {
  const box = boxes.get(name);
  invariant(box !== undefined, `no place for ${name}`);
  return box;
};

/** From the middle of a right side to the middle of a left side, over the point where the lines to that stack meet. */
const pointsOf = (
  { start, end }: { readonly start: Box; readonly end: Box },
  between: readonly Point[],
  stack: NodeLabel,
): readonly Point[] => {
  const meeting = { x: end.x - FORK, y: Math.round(stack.y ?? 0) };
  return [
    { x: start.x + start.width, y: start.y + start.height / 2 },
    ...between.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
    meeting,
    { x: end.x, y: end.y + end.height / 2 },
  ];
};
