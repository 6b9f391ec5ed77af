import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from "@dagrejs/dagre";
import type { Chart, ChartEdge, ChartNode } from "../chart.ts";
import { attachEdge } from "./attach-edge.ts";
import type { Layout, PlacedEdge, Point, Size } from "./placed.ts";
import { setText, type TextBlock } from "./text-block.ts";

/** How wide the text of a node and the words on an edge may grow before they are wrapped, in pixels. */
const NODE_TEXT = { down: 210, right: 330 } as const;
const LABEL_TEXT = 150;
const NODE_SPACE = { x: 32, y: 22 } as const;
const LABEL_SPACE = { x: 12, y: 6 } as const;

const SPACING = {
  down: { rankdir: "TB", nodesep: 30, ranksep: 44, edgesep: 18 },
  right: { rankdir: "LR", nodesep: 14, ranksep: 90, edgesep: 3 },
} as const;

/** Places a chart's nodes in layers with dagre, and its edges between them. The same chart is always placed alike. */
export const placeChart = (chart: Chart): Layout => {
  const nodes = chart.nodes.map((node) => ({ node, ...sizeOfNode(node, NODE_TEXT[chart.direction]) }));
  const edges = chart.edges.map((edge) => ({ edge, block: setText("label", edge.label, LABEL_TEXT) }));
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ ...SPACING[chart.direction] });
  for (const { node, width, height } of nodes) graph.setNode(node.id, { width, height });
  for (const { edge, block } of edges) graph.setEdge(edge.from, edge.to, { ...roomOf(block), labelpos: "c" });
  layout(graph, { disableOptimalOrderHeuristic: chart.direction === "right" });
  const placed = new Map(nodes.map((sized) => [sized.node.id, { ...sized, ...pointOf(graph.node(sized.node.id)) }]));
  return {
    width: graph.graph().width ?? 0,
    height: graph.graph().height ?? 0,
    nodes: [...placed.values()],
    edges: edges.map((sized) =>
      attachEdge(placedEdge(sized, graph.edge(sized.edge.from, sized.edge.to)), placed, chart.direction),
    ),
  };
};

const sizeOfNode = (node: ChartNode, width: number): Size & { readonly blocks: readonly TextBlock[] } => {
  const detail = node.kind === "box" ? node.detail : "";
  const blocks = [setText("text", node.text, width), ...(detail === "" ? [] : [setText("detail", detail, width)])];
  return {
    blocks,
    // Boxes of an overview stand in columns, and are all as wide as the column.
    width: (node.kind === "box" ? width : Math.max(...blocks.map((block) => block.width))) + NODE_SPACE.x,
    height: blocks.reduce((sum, block) => sum + block.height, 0) + NODE_SPACE.y,
  };
};

const roomOf = (block: TextBlock): Size =>
  block.lines.length === 0
    ? { width: 0, height: 0 }
    : { width: block.width + LABEL_SPACE.x, height: block.height + LABEL_SPACE.y };

const pointOf = ({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }): Point => ({ x, y });

type SizedEdge = { readonly edge: ChartEdge; readonly block: TextBlock };

const placedEdge = ({ edge, block }: SizedEdge, placed: EdgeLabel): PlacedEdge => ({
  edge,
  points: placed.points ?? [],
  label: block.lines.length === 0 ? null : { ...pointOf(placed), ...roomOf(block), block },
});
