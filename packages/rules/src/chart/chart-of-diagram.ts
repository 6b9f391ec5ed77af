import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "../diagram/node-table.ts";
import { reachable } from "../diagram/walk.ts";
import type { Chart, ChartEdge, ChartNode } from "./chart.ts";
import { edgesOf } from "./chart-edges.ts";
import { withOwnEnds } from "./own-ends.ts";

/** A diagram over some facts. */
export type Diagram = { readonly table: NodeTable; readonly root: NodeId; readonly space: FactSpace };

/** What a terminal's value stands for. */
export type EndOf = (value: number) => Pick<Extract<ChartNode, { kind: "end" }>, "outcome" | "text">;

/** How many nodes the chart of a diagram has: its steps, and one end of each kind. */
export const chartSize = ({ table, root }: Pick<Diagram, "table" | "root">): number => reachable(table, [root]).length;

/** A diagram as nodes and edges, parents first: each node a question over one fact, each edge the values that lead on. */
export const chartOfDiagram = (diagram: Diagram, endOf: EndOf): Pick<Chart, "nodes" | "edges" | "notes"> => {
  const { table, root } = diagram;
  const order = reachable(table, [root]).toReversed();
  const steps = order.filter((node) => !isTerminal(table, node));
  const ends = order.filter((node) => isTerminal(table, node));
  const ids = new Map([...steps, ...ends].map((node, at) => [node, `n${at + 1}`]));
  const lists: string[] = [];
  const edges = steps.flatMap((node) => edgesFrom(diagram, node, { ids, lists }));
  return withOwnEnds({
    nodes: [
      ...steps.map((node) => stepOf(diagram, node, ids)),
      ...ends.map((node) => endNode(table, node, { ids, endOf })),
    ],
    edges,
    notes: lists.map((list, at) => `[${at + 1}] ${list}`),
  });
};

type Ids = ReadonlyMap<NodeId, string>;

const idOf = (ids: Ids, node: NodeId): string => ids.get(node) ?? "";

const stepOf = ({ table, space }: Diagram, node: NodeId, ids: Ids): ChartNode => {
  const { definition } = itemAt(space.axes, levelOf(table, node));
  return { kind: "step", id: idOf(ids, node), fact: definition.name, text: definition.question };
};

const endNode = (
  table: NodeTable,
  node: NodeId,
  { ids, endOf }: { readonly ids: Ids; readonly endOf: EndOf },
): ChartNode => ({ kind: "end", id: idOf(ids, node), ...endOf(valueOf(table, node)) });

const edgesFrom = (
  { table, space }: Diagram,
  node: NodeId,
  { ids, lists }: { readonly ids: Ids; readonly lists: string[] },
): readonly ChartEdge[] => {
  const { definition, cells } = itemAt(space.axes, levelOf(table, node));
  const places = childrenOf(table, node).map((child) => idOf(ids, child));
  return edgesOf({ id: idOf(ids, node), definition, cells, places }, lists);
};
