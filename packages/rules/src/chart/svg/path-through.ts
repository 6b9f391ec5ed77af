import type { Point } from "./placed.ts";
import { pixels } from "./svg-text.ts";

/** Which way a chart is read: lines never turn back against it. */
export type Flow = "down" | "right";

/**
 * A smooth line through points that follow each other along the flow, as the data of an SVG path. It goes through every
 * point, so that words set at one stand on the line, and swings out beyond none.
 */
export const pathThrough = (points: readonly Point[], flow: Flow): string => {
  const turned = flow === "down" ? points : points.map(turn);
  const steps = turned.slice(1).map((to, at) => ({ from: turned[at] ?? to, to }));
  const slopes = steps.map(({ from, to }) => (to.x - from.x) / (to.y - from.y || 1));
  const curves = steps.map(({ from, to }, at) => {
    const third = (to.y - from.y) / 3;
    const [leaving, arriving] = [slopeAt(slopes, at), slopeAt(slopes, at + 1)];
    const bends = [
      { x: from.x + leaving * third, y: from.y + third },
      { x: to.x - arriving * third, y: to.y - third },
      to,
    ];
    return `C${bends.map((bend) => place(bend, flow)).join(" ")}`;
  });
  const [first] = turned;
  return first === undefined ? "" : `M${place(first, flow)}${curves.join("")}`;
};

/** The slope where two steps meet: flat at both ends and where they lean to different sides, else between theirs. */
const slopeAt = (slopes: readonly number[], at: number): number => {
  const before = slopes[at - 1] ?? 0;
  const after = slopes[at] ?? 0;
  return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
};

const turn = ({ x, y }: Point): Point => ({ x: y, y: x });

const place = (point: Point, flow: Flow): string => {
  const { x, y } = flow === "down" ? point : turn(point);
  return `${pixels(x)} ${pixels(y)}`;
};
