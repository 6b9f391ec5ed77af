import type { Chart, ChartEdge, ChartNode } from "./chart.ts";

/** How many steps a chart may have before its lines to two far ends hide the rest. */
const FEW_STEPS = 20;

/** Gives each edge of a large chart an end of its own, next to the step that it leaves; a small one keeps one end of each kind. */
export const withOwnEnds = <Drawn extends Pick<Chart, "nodes" | "edges">>(chart: Drawn): Drawn => {
  const steps = chart.nodes.filter(({ kind }) => kind !== "end");
  if (steps.length <= FEW_STEPS) return chart;
  const ends = new Map(chart.nodes.filter(isEnd).map((end) => [end.id, end]));
  const copies: ChartNode[] = [];
  const edges = chart.edges.map((edge): ChartEdge => {
    const end = ends.get(edge.to);
    if (end === undefined) return edge;
    const copy = { ...end, id: `${end.id}e${copies.length + 1}` };
    copies.push(copy);
    return { ...edge, to: copy.id };
  });
  return { ...chart, nodes: [...steps, ...copies], edges };
};

const isEnd = (node: ChartNode): node is Extract<ChartNode, { kind: "end" }> => node.kind === "end";
