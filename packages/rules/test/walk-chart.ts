import type { FactValue } from "../src/index.ts";
import type { CellRange, Chart, ChartOutcome } from "../src/authoring.ts";

/** Where a person with a pencil arrives: at each step the one edge that the fact's value belongs to. */
export const walkChart = (chart: Chart, facts: Readonly<Record<string, FactValue>>): ChartOutcome => {
  const nodes = new Map(chart.nodes.map((node) => [node.id, node]));
  let node = chart.nodes[0];
  while (node?.kind === "step") node = nodes.get(wayFrom(chart, node, facts[node.fact]));
  if (node?.kind !== "end") throw new Error("the walk ends nowhere");
  return node.outcome;
};

type Step = Extract<Chart["nodes"][number], { kind: "step" }>;

const wayFrom = ({ edges }: Chart, { id, text }: Step, value: FactValue | undefined): string => {
  const ways = edges.filter(({ from, ranges }) => from === id && ranges.some((range) => covers(range, value)));
  const [way] = ways;
  if (way === undefined || ways.length > 1) throw new Error(`${ways.length} edges of \`${text}\` take the value`);
  return way.to;
};

const covers = (range: CellRange, value: FactValue | undefined): boolean => {
  if (range.kind === "boolean") return range.value === value;
  if (range.kind === "values") return typeof value === "string" && range.values.includes(value);
  return value !== undefined && range.from <= value && value < range.until;
};
