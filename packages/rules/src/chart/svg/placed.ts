import type { ChartEdge, ChartNode } from "../chart.ts";
import type { TextBlock } from "./text-block.ts";

/** A place on the page, in pixels; a box's place is its centre. */
export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };

export type PlacedNode = Point & Size & { readonly node: ChartNode; readonly blocks: readonly TextBlock[] };

export type PlacedEdge = {
  readonly edge: ChartEdge;
  readonly points: readonly Point[];
  /** The words on the edge and the room kept for them; `null` when there are none. */
  readonly label: (Point & Size & { readonly block: TextBlock }) | null;
};

/** A chart with a place for everything in it; no two boxes or labels share any room. */
export type Layout = Size & { readonly nodes: readonly PlacedNode[]; readonly edges: readonly PlacedEdge[] };
