import type { ChartNode, ChartOutcome, ChartSubject } from "../chart.ts";
import { mermaidText } from "./mermaid-text.ts";

/** How a node looks: the brackets that give its shape, and its class. Shapes tell ends apart where colour does not. */
type Look = { readonly open: string; readonly close: string; readonly style: NodeStyle };

export type NodeStyle = "step" | "yes" | "no" | "conflict" | "off" | "note";

/** A node as one line of Mermaid. */
export const mermaidNode = (node: ChartNode): string => {
  const { open, close, style } = lookOf(node);
  return `${node.id}${open}"${textOf(node)}"${close}:::${style}`;
};

/** A note as a box of its own that no edge reaches. */
export const mermaidNote = (note: string, at: number): string => `note${at + 1}["${mermaidText(note)}"]:::note`;

const textOf = (node: ChartNode): string =>
  node.kind === "box" && node.detail !== ""
    ? `${mermaidText(node.text)}<br>${mermaidText(node.detail)}`
    : mermaidText(node.text);

const lookOf = (node: ChartNode): Look => {
  switch (node.kind) {
    case "step":
      return { open: "[", close: "]", style: "step" };
    case "end":
      return ENDS[node.outcome];
    case "box":
      return BOXES[node.subject];
  }
};

const ENDS: Readonly<Record<ChartOutcome, Look>> = {
  holds: { open: "([", close: "])", style: "yes" },
  yes: { open: "([", close: "])", style: "yes" },
  "does-not-hold": { open: "([", close: "])", style: "no" },
  no: { open: "([", close: "])", style: "no" },
  conflict: { open: "{{", close: "}}", style: "conflict" },
};

const BOXES: Readonly<Record<ChartSubject, Look>> = {
  question: { open: "([", close: "])", style: "step" },
  grant: { open: "[", close: "]", style: "yes" },
  denial: { open: "{{", close: "}}", style: "conflict" },
  off: { open: "[", close: "]", style: "off" },
  "question-read": { open: "[[", close: "]]", style: "step" },
};
