import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { type ColumnOutcome, outcomeOfCertainty } from "./column-outcome.ts";
import { diagramOfKnown, noDiagram, openDiagram, type OpenDiagram } from "./open-diagram.ts";
import { tableChain } from "../diagram/table-chain.ts";
import { type Word, wordsOf } from "../diagram/word.ts";

/** How a question is made ready for columns. */
export type ColumnsOptions = {
  /** How many nodes the diagram may take once every test has a branch for its missing fact; 200,000 when not given. */
  readonly maxNodes?: number;
};

/** A compiled question as look-up tables over packed columns. It never changes and holds no facts. */
export type ColumnsPlan = {
  readonly compiled: CompiledQuestion;
  /** Which rules, day and packing this is for; encoded columns carry it. */
  readonly layout: string;
  /** The facts of a row as a few small numbers; facts that change neither answer nor grounds are left out. */
  readonly words: readonly Word[];
  readonly tables: readonly Int32Array[];
  readonly start: number;
  readonly outcomes: readonly ColumnOutcome[];
  /** The rows that no table settles, so that each distinct one is decided on its own: the same answers, slower. */
  readonly surveys: "no-row" | "incomplete-rows" | "every-row";
};

const DEFAULT_MAX_NODES = 200_000;

/** Makes a compiled question ready to decide whole columns of facts, missing facts included. */
export const columnsFor = (compiled: CompiledQuestion, options: ColumnsOptions = {}): ColumnsPlan => {
  const { diagram, surveys } = chooseDiagram(compiled, options.maxNodes ?? DEFAULT_MAX_NODES);
  const arities = compiled.space.axes.map((axis) => axis.cells.length + 1);
  const chain = tableChain(diagram, arities);
  const words = surveys === "every-row" ? wordsOf(arities.map((arity, level) => ({ level, arity }))) : chain.words;
  return {
    compiled,
    layout: layoutOf(compiled, words),
    words,
    tables: chain.tables,
    start: chain.start,
    outcomes: diagram.certainties.map((certainty) => outcomeOfCertainty(certainty, compiled.grounds)),
    surveys,
  };
};

type Choice = { readonly diagram: OpenDiagram; readonly surveys: ColumnsPlan["surveys"] };

const chooseDiagram = ({ diagrams }: CompiledQuestion, maxNodes: number): Choice => {
  if (diagrams === null) return { diagram: noDiagram(), surveys: "every-row" };
  const open = openDiagram(diagrams, maxNodes);
  return open === null
    ? { diagram: diagramOfKnown(diagrams), surveys: "incomplete-rows" }
    : { diagram: open, surveys: "no-row" };
};

const layoutOf = ({ question, asOf, enabled, ruleHash }: CompiledQuestion, words: readonly Word[]): string =>
  [question, asOf, ...enabled, ruleHash.slice(0, 16), words.map(({ width }) => width).join("x")].join(" ");
