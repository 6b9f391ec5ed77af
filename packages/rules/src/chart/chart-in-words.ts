import type { Chart, ChartEdge, ChartNode } from "./chart.ts";

/** A chart told step by step, for those who do not see it: `1. What happened? Escape: go to 2. Any other: the rule does not hold.` */
export const chartInWords = ({ nodes, edges }: Chart): readonly string[] => {
  const numbers = new Map(nodes.filter(({ kind }) => kind !== "end").map(({ id }, at) => [id, at + 1]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byStart = Map.groupBy(edges, ({ from }) => from);
  return [...numbers].flatMap(([id, number]) => {
    const node = byId.get(id);
    if (node === undefined) return [];
    const ways = (byStart.get(id) ?? []).map((edge) => wayInWords(edge, byId.get(edge.to), numbers.get(edge.to)));
    return [[`${number}. ${textOf(node)}`, ...ways].join(" ")];
  });
};

const textOf = (node: ChartNode): string => {
  if (node.kind !== "box" || node.detail === "") return node.text;
  return `${node.text} (${node.detail}).`;
};

const wayInWords = ({ label }: ChartEdge, to: ChartNode | undefined, number: number | undefined): string => {
  const where = number === undefined ? (to?.text ?? "") : `go to ${number}`;
  const way = label === "" ? where : `${label}: ${where}`;
  return `${way.charAt(0).toUpperCase()}${way.slice(1)}.`;
};
