import type { Chart } from "../chart.ts";
import { chartInWords } from "../chart-in-words.ts";
import { placeChart } from "./layout.ts";
import type { Layout } from "./placed.ts";
import type { Flow } from "./path-through.ts";
import { svgEdge, svgLabel } from "./svg-edge.ts";
import { svgNode } from "./svg-node.ts";
import { SVG_STYLE } from "./svg-style.ts";
import { pixels, svgText, xmlText } from "./svg-text.ts";
import { setText, type TextBlock, type TextPart } from "./text-block.ts";

/**
 * A chart as a picture in SVG that needs nothing else: light or dark as the reader's screen is, light on paper. Its
 * description tells every step in words. Placing more than about a thousand nodes takes many seconds.
 */
export const chartToSvg = (chart: Chart): string => {
  const layout = placeChart(chart);
  const width = Math.max(layout.width, LEAST_WIDTH);
  const head = stack([block("title", chart.title, width), ...remarks(chart.caption, width)], MARGIN);
  const foot = stack(remarks(chart.notes, width), head.end + GAP + layout.height + GAP);
  const page = { width: width + 2 * MARGIN, height: (chart.notes.length === 0 ? foot.end - GAP : foot.end) + MARGIN };
  const size = `width="${pixels(page.width)}" height="${pixels(page.height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="vr-chart" role="img" ${size} viewBox="0 0 ${pixels(page.width)} ${pixels(page.height)}">`,
    `<title>${xmlText(chart.title)}</title>`,
    `<desc>${xmlText([...chart.caption, ...chartInWords(chart), ...chart.notes].join("\n"))}</desc>`,
    `<style>${SVG_STYLE}</style>`,
    `<rect class="page" ${size}/>`,
    head.text,
    `<g transform="translate(${pixels(MARGIN + (width - layout.width) / 2)} ${pixels(head.end + GAP)})">`,
    ...drawn(layout, chart.direction),
    "</g>",
    foot.text,
    "</svg>",
    "",
  ].join("\n");
};

/** Room in pixels: about the page, between its parts, and for the title of a narrow chart. */
const MARGIN = 24;
const GAP = 18;
const LEAST_WIDTH = 520;

/** Words stand above all lines. */
const drawn = ({ nodes, edges }: Layout, flow: Flow): readonly string[] => [
  ...edges.map((edge) => svgEdge(edge, flow)),
  ...edges.map(svgLabel),
  ...nodes.map(svgNode),
];

const block = (part: TextPart, text: string, width: number): TextBlock => setText(part, text, Math.min(width, 900));

const remarks = (texts: readonly string[], width: number): readonly TextBlock[] =>
  texts.map((text) => block("remark", text, width));

/** Blocks one under the other from a height on, and the height at which they end. */
const stack = (blocks: readonly TextBlock[], from: number): { readonly text: string; readonly end: number } => {
  let end = from;
  const texts = blocks.map((each) => {
    const text = svgText(each, { x: MARGIN, y: end }, "start");
    end += each.height + 4;
    return text;
  });
  return { text: texts.join("\n"), end };
};
