import type { PlacedEdge, PlacedNode, Point } from "./placed.ts";
import type { Flow } from "./path-through.ts";

/**
 * Lets an edge leave its box on the side to which the chart flows and arrive at the side from which it comes: a line that
 * left by another side would run behind the boxes next to it.
 */
export const attachEdge = (placed: PlacedEdge, nodes: ReadonlyMap<string, PlacedNode>, flow: Flow): PlacedEdge => {
  const from = nodes.get(placed.edge.from);
  const to = nodes.get(placed.edge.to);
  if (from === undefined || to === undefined) return placed;
  const inner = placed.points.slice(1, -1);
  // Between neighbouring columns the one point in the middle holds the room for a word; without one it only bends the line.
  const between = flow === "right" && inner.length === 1 && placed.label === null ? [] : inner;
  const start = sideOf(from, { flow, towards: between[0] ?? to, sign: 1 });
  const end = sideOf(to, { flow, towards: between.at(-1) ?? from, sign: -1 });
  return { ...placed, points: [start, ...between, end] };
};

type Side = { readonly flow: Flow; readonly towards: Point; readonly sign: 1 | -1 };

/** Downwards an edge stands at the place of the side nearest to where it goes; sideways at the middle. */
const sideOf = (box: PlacedNode, { flow, towards, sign }: Side): Point => {
  if (flow === "right") return { x: box.x + (sign * box.width) / 2, y: box.y };
  const reach = Math.max(0, box.width / 2 - CORNER);
  return { x: Math.min(Math.max(towards.x, box.x - reach), box.x + reach), y: box.y + (sign * box.height) / 2 };
};

/** How far from a corner an edge keeps, in pixels: round ends have none to stand on. */
const CORNER = 26;
