import type { ChartNode, ChartOutcome, ChartSubject } from "../chart.ts";
import type { PlacedNode } from "./placed.ts";
import { pixels, svgText } from "./svg-text.ts";

/** A node as its box and its text. Ends are round and boxes are not; what does not hold has a broken line. */
export const svgNode = (placed: PlacedNode): string => {
  const { node, x, y, width, height } = placed;
  const left = x - width / 2;
  const top = y - height / 2;
  const round = node.kind === "end" ? height / 2 : 6;
  const box = `<rect class="box ${lookOf(node)}" x="${pixels(left)}" y="${pixels(top)}" width="${pixels(width)}" height="${pixels(height)}" rx="${pixels(round)}"/>`;
  return `<g>${box}${textOf(placed)}</g>`;
};

const textOf = ({ x, y, blocks }: PlacedNode): string => {
  const height = blocks.reduce((sum, block) => sum + block.height, 0);
  let top = y - height / 2;
  return blocks
    .map((block) => {
      const text = svgText(block, { x, y: top }, "middle");
      top += block.height;
      return text;
    })
    .join("");
};

type Look = "step" | "yes" | "no" | "conflict" | "off";

const lookOf = (node: ChartNode): Look => {
  switch (node.kind) {
    case "step":
      return "step";
    case "end":
      return ENDS[node.outcome];
    case "box":
      return BOXES[node.subject];
  }
};

const ENDS: Readonly<Record<ChartOutcome, Look>> = {
  holds: "yes",
  yes: "yes",
  "does-not-hold": "no",
  no: "no",
  conflict: "conflict",
};

const BOXES: Readonly<Record<ChartSubject, Look>> = {
  question: "step",
  grant: "yes",
  denial: "conflict",
  off: "off",
  "question-read": "step",
};
