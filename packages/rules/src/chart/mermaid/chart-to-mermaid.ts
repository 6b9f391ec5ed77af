import type { Chart, ChartEdge } from "../chart.ts";
import { mermaidNode, mermaidNote, type NodeStyle } from "./mermaid-node.ts";
import { mermaidRemark, mermaidText } from "./mermaid-text.ts";

/**
 * A chart as the text of a Mermaid flow chart, ending in a line break. Its title and caption stand where screen readers
 * find them; each style brings its own text colour, so that it can be read on a light and on a dark page.
 */
export const chartToMermaid = (chart: Chart): string =>
  [
    "---",
    `title: ${JSON.stringify(mermaidRemark(chart.title))}`,
    "config:",
    "  flowchart:",
    `    wrappingWidth: ${TEXT_WIDTH}`,
    "---",
    `flowchart ${chart.direction === "down" ? "TD" : "LR"}`,
    ...[
      ...remark("accTitle", chart.title),
      ...remark("accDescr", chart.caption.join(" ")),
      ...chart.nodes.map(mermaidNode),
      ...chart.edges.map(edgeLine),
      ...chart.notes.map(mermaidNote),
      ...STYLES.map(([style, look]) => `classDef ${style} ${look}`),
    ].map((line) => `  ${line}`),
    "",
  ].join("\n");

/** In pixels: Mermaid's own 200 makes towers of the longer questions. */
const TEXT_WIDTH = 260;

/** A remark without a word would take the next line for its own. */
const remark = (name: string, text: string): readonly string[] => {
  const said = mermaidRemark(text);
  return said === "" ? [] : [`${name}: ${said}`];
};

const edgeLine = ({ from, to, label }: ChartEdge): string =>
  label === "" ? `${from} --> ${to}` : `${from} -->|"${mermaidText(label)}"| ${to}`;

const STYLES: readonly (readonly [NodeStyle, string])[] = [
  ["step", "fill:#f6f8fa,stroke:#57606a,color:#1f2328"],
  ["yes", "fill:#dafbe1,stroke:#116329,stroke-width:3px,color:#0b3d1c"],
  ["no", "fill:#ffffff,stroke:#57606a,stroke-dasharray:6 4,color:#1f2328"],
  ["conflict", "fill:#fff1e5,stroke:#953800,stroke-width:3px,color:#5c2200"],
  ["off", "fill:#ffffff,stroke:#57606a,stroke-dasharray:2 3,color:#424a53"],
  ["note", "fill:#ffffff,stroke:none,color:#424a53"],
];
