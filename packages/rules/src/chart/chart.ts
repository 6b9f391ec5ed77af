import type { CellRange } from "../diagram/cell.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";

/** What a walk through a chart comes to: of one rule whether it holds, of a question its answer. */
export type ChartOutcome = "holds" | "does-not-hold" | "yes" | "no" | "conflict";

/** What a box of an overview stands for; a rule that is `off` decides nothing on the day the chart was made for. */
export type ChartSubject = "question" | "grant" | "denial" | "off" | "question-read";

/**
 * A place in a chart. A `step` asks one question over one fact and has an edge for every value of it; an `end` is where
 * every walk arrives; a `box` is a part of an overview, which is not walked.
 */
export type ChartNode =
  | { readonly kind: "step"; readonly id: string; readonly fact: FactName; readonly text: string }
  | { readonly kind: "end"; readonly id: string; readonly outcome: ChartOutcome; readonly text: string }
  | {
      readonly kind: "box";
      readonly id: string;
      readonly subject: ChartSubject;
      readonly text: string;
      /** A second, smaller line; empty when there is none. */
      readonly detail: string;
    };

/** A line from one node to another. Of a step, the edges part the whole domain of its fact between them. */
export type ChartEdge = {
  readonly from: string;
  readonly to: string;
  /** A few words: `yes`, `escape or recapture`, `any other`, `release, escape or 8 more [1]`; empty when there is none. */
  readonly label: string;
  /** The parts of the fact's domain that take this edge; none in an overview. */
  readonly ranges: readonly CellRange[];
};

/** A flow chart that is not laid out: one model for every way to print it. The first node is where reading begins. */
export type Chart = {
  readonly title: string;
  /** Where the chart comes from: jurisdiction, citations, how they were checked. */
  readonly caption: readonly string[];
  readonly direction: "down" | "right";
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
  /** What must be read with the chart: values that an edge only counts, and what an overview leaves out. */
  readonly notes: readonly string[];
};
