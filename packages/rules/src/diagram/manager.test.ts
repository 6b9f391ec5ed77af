import { describe, expect, test } from "vitest";
import { binary } from "./apply.ts";
import { combine } from "./combine.ts";
import { createManager, makeNode, OVERFLOW, terminal } from "./manager.ts";

describe("createManager", () => {
  test("gives the same node for the same question, and no node where every cell leads to the same child", () => {
    const manager = createManager(10);
    const [no, yes] = [terminal(manager, 0), terminal(manager, 1)];
    expect(makeNode(manager, 3, [no, yes])).toBe(makeNode(manager, 3, [no, yes]));
    expect(makeNode(manager, 3, [no, yes])).not.toBe(makeNode(manager, 4, [no, yes]));
    expect(makeNode(manager, 3, [yes, yes])).toBe(yes);
  });

  test("overflows at its bound, keeps what it has, and lets overflow through every operation", () => {
    const manager = createManager(3);
    const [no, yes] = [terminal(manager, 0), terminal(manager, 1)];
    const first = makeNode(manager, 0, [no, yes]);
    expect(makeNode(manager, 1, [no, yes])).toBe(OVERFLOW);
    expect(makeNode(manager, 0, [no, yes])).toBe(first);
    expect(terminal(manager, 2)).toBe(OVERFLOW);
    const and = binary(manager, { combine: Math.min });
    expect([and(first, OVERFLOW), and(OVERFLOW, yes), makeNode(manager, 0, [yes, OVERFLOW])]).toEqual([
      OVERFLOW,
      OVERFLOW,
      OVERFLOW,
    ]);
    expect(combine(manager, [first, first]).root).toBe(OVERFLOW);
  });
});
