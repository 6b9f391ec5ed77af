import type { PlacedEdge, Point } from "./placed.ts";
import { type Flow, pathThrough } from "./path-through.ts";
import { pixels, svgText } from "./svg-text.ts";

/** An edge as a line with an arrow at its end. */
export const svgEdge = ({ points }: PlacedEdge, flow: Flow): string => {
  const end = points.at(-1);
  if (end === undefined) return "";
  return `<path class="edge" d="${pathThrough(points, flow)}"/><path class="arrow" d="${arrowAt(end, flow)}"/>`;
};

/** The words on an edge, on a ground of their own so that no line runs through them. */
export const svgLabel = ({ label }: PlacedEdge): string => {
  if (label === null) return "";
  const { x, y, width, height, block } = label;
  const ground = `<rect class="under" x="${pixels(x - width / 2)}" y="${pixels(y - height / 2)}" width="${pixels(width)}" height="${pixels(height)}"/>`;
  return `<g>${ground}${svgText(block, { x, y: y - block.height / 2 }, "middle")}</g>`;
};

const place = ({ x, y }: Point): string => `${pixels(x)} ${pixels(y)}`;

const ARROW = { long: 9, wide: 4 } as const;

/** An arrow head that points the way the chart flows, as lines arrive. */
const arrowAt = (end: Point, flow: Flow): string => {
  const back = flow === "down" ? { x: end.x, y: end.y - ARROW.long } : { x: end.x - ARROW.long, y: end.y };
  const side = flow === "down" ? { x: ARROW.wide, y: 0 } : { x: 0, y: ARROW.wide };
  return `M${place(end)}L${place({ x: back.x + side.x, y: back.y + side.y })}L${place({ x: back.x - side.x, y: back.y - side.y })}Z`;
};
