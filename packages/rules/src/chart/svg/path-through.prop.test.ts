import { test as property } from "@fast-check/vitest";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { pathThrough } from "./path-through.ts";

const coordinate = fc.integer({ min: 0, max: 1000 });
const downwards = fc
  .array(fc.record({ x: coordinate, step: fc.integer({ min: 1, max: 300 }) }), { minLength: 2, maxLength: 6 })
  .map((steps) => steps.map(({ x }, at) => ({ x, y: steps.slice(0, at).reduce((sum, { step }) => sum + step, 0) })));

const numbersIn = (path: string): readonly number[] => (path.match(/-?[\d.]+/gu) ?? []).map(Number);

describe("pathThrough", () => {
  property.prop([downwards])("goes through every point and swings out beyond none", (points) => {
    const numbers = numbersIn(pathThrough(points, "down"));
    const corners = points.map((_, at) => ({ x: numbers[at * 6], y: numbers[at * 6 + 1] }));
    expect(corners).toEqual(points);
    const xs = numbers.filter((_, at) => at % 2 === 0);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(Math.min(...points.map(({ x }) => x)) - 0.1);
    expect(Math.max(...xs)).toBeLessThanOrEqual(Math.max(...points.map(({ x }) => x)) + 0.1);
  });

  property.prop([downwards])("is the same line sideways, with its axes turned", (points) => {
    const turned = points.map(({ x, y }) => ({ x: y, y: x }));
    const down = numbersIn(pathThrough(points, "down"));
    const right = numbersIn(pathThrough(turned, "right"));
    expect(right).toEqual(down.map((_, at) => down[at % 2 === 0 ? at + 1 : at - 1]));
  });
});
