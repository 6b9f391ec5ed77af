import { type Instant, instantAt } from "@victim-rights/core";

/** The one true time of a simulation, and what will happen in it. */
export type Timeline = {
  readonly now: () => number;
  readonly instant: () => Instant;
  /** Does something so many milliseconds from now; what is set for one moment happens in the order it was set. */
  readonly after: (milliseconds: number, act: () => void) => void;
  /** Lets the next thing happen, and moves time to it; `false` when nothing is left before `until`. */
  readonly step: (until: number) => boolean;
};

type Entry = { readonly at: number; readonly order: number; readonly act: () => void };

/** Opens a timeline that begins at a moment. */
export const timelineFrom = (start: number): Timeline => {
  const heap: Entry[] = [];
  let now = start;
  let order = 0;
  return {
    now: () => now,
    instant: () => instantAt(now),
    after: (milliseconds, act) => {
      order += 1;
      push(heap, { at: now + Math.max(0, Math.round(milliseconds)), order, act });
    },
    step: (until) => {
      const [first] = heap;
      if (first === undefined || first.at > until) {
        now = Math.max(now, until);
        return false;
      }
      pop(heap);
      now = first.at;
      first.act();
      return true;
    },
  };
};

const isBefore = (one: Entry, other: Entry): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

const push = (heap: Entry[], entry: Entry): void => {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || isBefore(above, entry)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = entry;
};

const pop = (heap: Entry[]): void => {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const child = smallerChild(heap, at);
    const below = child === null ? undefined : heap[child];
    if (child === null || below === undefined || isBefore(last, below)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
};

const smallerChild = (heap: readonly Entry[], at: number): number | null => {
  const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
  if (left === undefined) return null;
  return right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
};
