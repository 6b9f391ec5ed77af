import { itemAt } from "../diagram/item-at.ts";
import type { NodeId, NodeTable } from "../diagram/node-table.ts";
import type { Assignment } from "../diagram/restrict.ts";
import { reachable } from "../diagram/walk.ts";
import { packRoots } from "./packed-table.ts";

/** What is left of diagrams once the known facts are filled in; all numbers ascending. */
type ReducedDiagram = {
  /** The values of every terminal that some completion reaches from a root, by the root's place. */
  readonly valuesFrom: (root: number) => readonly number[];
  /** The levels of the missing facts that can change what a root leads to. */
  readonly levelsFrom: (root: number) => readonly number[];
};

/**
 * Reads diagrams with facts missing, as `reachableValues`, `restrict` and `support` do, over one flat list of numbers and
 * with the same working memory each time: an answer holds until the next reading.
 */
export type DiagramReader = (cells: Assignment) => ReducedDiagram;

/** Marks are numbers of 32 bits: before they run out, they begin again. */
const LAST_MARK = 2 ** 31 - 1_000;

/** Makes a reader of the diagrams under some roots. `lastMark` is for tests alone. */
export const diagramReader = (
  table: NodeTable,
  roots: readonly NodeId[],
  lastMark: number = LAST_MARK,
): DiagramReader => {
  const packed = packRoots(table, roots);
  const widths = widthsOf(table, roots);
  const work = workingMemory({ steps: Int32Array.from(packed.steps), widths });
  return (cells) => {
    if (work.clock.now >= lastMark) beginAgain(work);
    const reading = { ...work, cells, round: (work.clock.now += 1) };
    return {
      valuesFrom: (root) => reachedValues(reading, itemAt(packed.roots, root)),
      levelsFrom: (root) => openLevels(work, reduced(reading, itemAt(packed.roots, root))),
    };
  };
};

/** By level, how many cells the fact has. */
const widthsOf = (table: NodeTable, roots: readonly NodeId[]): readonly number[] => {
  const widths: number[] = [];
  for (const node of reachable(table, roots)) {
    const { length } = itemAt(table.children, node);
    if (length > 0) widths[itemAt(table.levels, node)] = length;
  }
  return Array.from(widths, (width: number | undefined) => width ?? 0);
};

type Packed = { readonly steps: Int32Array; readonly widths: readonly number[] };

/** Numbers by step; a step's number counts only where its mark is that of the reading. */
type Work = Packed & {
  readonly clock: { now: number };
  readonly marks: Int32Array;
  readonly kept: Int32Array;
  readonly seen: Int32Array;
  /** Steps that were kept, by a hash of where they lead, each with the next of the same hash. */
  readonly heads: Int32Array;
  readonly headMarks: Int32Array;
  readonly nexts: Int32Array;
};

type Reading = Work & { readonly cells: Assignment; readonly round: number };

const NONE = -1;

const workingMemory = ({ steps, widths }: Packed): Work => {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, steps.length)));
  const list = (length: number): Int32Array => new Int32Array(length);
  return {
    steps,
    widths,
    clock: { now: 0 },
    marks: list(steps.length),
    kept: list(steps.length),
    seen: list(steps.length),
    heads: list(buckets),
    headMarks: list(buckets),
    nexts: list(steps.length),
  };
};

const beginAgain = ({ clock, marks, seen, headMarks }: Work): void => {
  for (const list of [marks, seen, headMarks]) list.fill(0);
  clock.now = 0;
};

// A place in these lists is always one that the packing made: `?? NONE` is for the type alone.
const at = (list: Int32Array | readonly number[], place: number): number => list[place] ?? NONE;

const reachedValues = ({ steps, widths, seen, cells, clock }: Reading, root: number): readonly number[] => {
  const mark = (clock.now += 1);
  const values = new Set<number>();
  const visit = (step: number): void => {
    if (step < 0) return void values.add(~step);
    if (seen[step] === mark) return;
    seen[step] = mark;
    const level = at(steps, step);
    const cell = at(cells, level);
    if (cell >= 0) return visit(at(steps, step + 1 + cell));
    for (let child = step + 1; child <= step + at(widths, level); child += 1) visit(at(steps, child));
  };
  visit(root);
  return [...values].toSorted((left, right) => left - right);
};

/** The step that stands for what a step leads to: steps that lead to the same everywhere have the same one. */
const reduced = (reading: Reading, step: number): number => {
  if (step < 0) return step;
  const { steps, marks, kept, cells, round } = reading;
  if (marks[step] === round) return at(kept, step);
  const cell = at(cells, at(steps, step));
  const made = cell >= 0 ? reduced(reading, at(steps, step + 1 + cell)) : reducedOpen(reading, step);
  marks[step] = round;
  kept[step] = made;
  return made;
};

const reducedOpen = (reading: Reading, step: number): number => {
  const { steps, widths } = reading;
  const level = at(steps, step);
  const first = reduced(reading, at(steps, step + 1));
  let isOne = true;
  let hash = Math.imul(level + 1, 31) + first;
  for (let child = step + 2; child <= step + at(widths, level); child += 1) {
    const made = reduced(reading, at(steps, child));
    isOne &&= made === first;
    hash = Math.imul(hash, 31) + made;
  }
  return isOne ? first : interned(reading, step, hash & (reading.heads.length - 1));
};

const interned = (reading: Reading, step: number, bucket: number): number => {
  const { heads, headMarks, nexts, round } = reading;
  const head = headMarks[bucket] === round ? at(heads, bucket) : NONE;
  for (let other = head; other !== NONE; other = at(nexts, other)) if (leadTheSame(reading, other, step)) return other;
  headMarks[bucket] = round;
  heads[bucket] = step;
  nexts[step] = head;
  return step;
};

const leadTheSame = ({ steps, widths, kept }: Reading, one: number, other: number): boolean => {
  const level = at(steps, one);
  if (level !== at(steps, other)) return false;
  for (let child = 1; child <= at(widths, level); child += 1)
    if (standsFor(kept, at(steps, one + child)) !== standsFor(kept, at(steps, other + child))) return false;
  return true;
};

const standsFor = (kept: Int32Array, step: number): number => (step < 0 ? step : at(kept, step));

/** The levels of the tests under a reduced step. */
const openLevels = ({ steps, widths, kept, seen, clock }: Work, root: number): readonly number[] => {
  const mark = (clock.now += 1);
  const isOpen: boolean[] = widths.map(() => false);
  const visit = (step: number): void => {
    if (step < 0 || seen[step] === mark) return;
    seen[step] = mark;
    const level = at(steps, step);
    isOpen[level] = true;
    for (let child = step + 1; child <= step + at(widths, level); child += 1) visit(standsFor(kept, at(steps, child)));
  };
  visit(root);
  return isOpen.flatMap((is, level) => (is ? [level] : []));
};
