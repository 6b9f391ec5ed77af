import { OUTSIDE } from "../diagram/cell.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Assignment } from "../diagram/restrict.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import { type Finding, settledFinding } from "./finding.ts";
import { type OpenFinder, openFinder, openFinding } from "./open-finder.ts";
import { type LevelMap, OPEN, packTable, walkPacked } from "./packed-table.ts";
import { surveyPlain } from "./plain/survey-plain.ts";

/** A question as it is read from the record of facts of the question that was asked. */
export type Reading = {
  readonly compiled: CompiledQuestion;
  /** The finding when every fact on the way is known and no rules conflict; `null` else, and when the engine is plain. */
  readonly settle: (cells: Assignment) => Finding | null;
  /** The finding when facts are missing; `null` when every completion is a conflict. */
  readonly open: OpenFinder;
  /** The record's cells as this question's own. */
  readonly cellsOf: (cells: Assignment) => Assignment;
  /** The questions read as facts, in the order of their ids. */
  readonly within: readonly Reading[];
};

const readings = new WeakMap<CompiledQuestion, Reading>();

/** How a question that is asked, and those within it, are read from its own records; made at its first decision, and kept. */
export const readingFor = (compiled: CompiledQuestion): Reading => {
  const known = readings.get(compiled);
  if (known !== undefined) return known;
  const made = readingOf(compiled, compiled.space);
  readings.set(compiled, made);
  return made;
};

/** Reads a question, and those within it, from records made for `asked`, whose facts and cells are at least as fine. */
const readingOf = (compiled: CompiledQuestion, asked: FactSpace): Reading => {
  const map = levelMap(compiled.space, asked);
  const places = compiled.space.axes.map((_, level) => map(level));
  const cellsOf: Reading["cellsOf"] = (cells) =>
    places.map(({ level, cells: own }) => {
      const cell = itemAt(cells, level);
      return cell === OUTSIDE ? OUTSIDE : itemAt(own, cell);
    });
  return {
    compiled,
    settle: settler(compiled, map),
    open: finderFor(compiled, cellsOf),
    cellsOf,
    within: compiled.within.map((inner) => readingOf(inner, asked)),
  };
};

const finderFor = (compiled: CompiledQuestion, cellsOf: Reading["cellsOf"]): OpenFinder => {
  const { diagrams } = compiled;
  return diagrams === null
    ? (record) => openFinding(compiled, record, surveyPlain(compiled, cellsOf(record.cells)))
    : openFinder(compiled, diagrams, cellsOf);
};

/** A sample of a finer cell lies in the one coarser cell that holds all of it. */
const levelMap =
  (own: FactSpace, asked: FactSpace): LevelMap =>
  (level) => {
    const axis = itemAt(own.axes, level);
    const record = asked.levels.get(axis.definition.name) ?? OUTSIDE;
    return { level: record, cells: itemAt(asked.axes, record).cells.map(({ sample }) => axis.cellOf(sample)) };
  };

const settler = (compiled: CompiledQuestion, map: LevelMap): Reading["settle"] => {
  const { diagrams } = compiled;
  if (diagrams === null) return () => null;
  const packed = packTable(diagrams.table, diagrams.holding, map);
  const findings = diagrams.outcomes.map((outcome) => settledFinding(compiled, outcome));
  return (cells) => {
    const value = walkPacked(packed, cells);
    return value === OPEN ? null : (findings[value] ?? null);
  };
};
