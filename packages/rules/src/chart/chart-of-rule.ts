import * as Result from "effect/Result";
import { TRUE } from "../diagram/boolean-algebra.ts";
import type { Rule } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { Chart } from "./chart.ts";
import { chartOfDiagram, chartSize, type EndOf } from "./chart-of-diagram.ts";
import { ruleCaption } from "./chart-caption.ts";
import { ChartTooLarge } from "./errors.ts";
import { ruleDiagram } from "./rule-diagram.ts";

/** How a rule's chart is drawn. */
export type RuleChartOptions = {
  /** How many nodes the chart may have, ends included; 1,000 when not given. */
  readonly maxNodes?: number;
};

/** How many nodes the chart of one rule may have when nobody says otherwise: beyond it no one could follow it. */
export const RULE_CHART_NODES = 1000;

/**
 * The flow chart of one rule's own condition, as it stands in one version. For any facts the walk ends at `holds` exactly
 * when the condition holds; a question that the rule reads is one step, answered yes or no.
 * @param law - the law that has the rule.
 * @errors `ChartTooLarge` when the chart has more nodes than allowed.
 */
export const chartOfRule = (
  law: Law,
  rule: Rule,
  { maxNodes = RULE_CHART_NODES }: RuleChartOptions = {},
): Result.Result<Chart, ChartTooLarge> => {
  const diagram = ruleDiagram(rule, law);
  const nodes = diagram === null ? null : chartSize(diagram);
  if (diagram === null || nodes === null || nodes > maxNodes)
    return Result.fail(new ChartTooLarge({ rule: rule.id, nodes, maxNodes }));
  return Result.succeed({
    title: rule.title,
    caption: ruleCaption(rule, law),
    direction: "down",
    ...chartOfDiagram(diagram, endOf),
  });
};

const endOf: EndOf = (value) =>
  value === TRUE
    ? { outcome: "holds", text: "The rule holds" }
    : { outcome: "does-not-hold", text: "The rule does not hold" };
