/** For those who write and read rule files. */
export { formatLawFile, isFormatted } from "./author/format-law-file.ts";
export { editorSchemas, type EditorSchemaOptions } from "./editor-schema/editor-schemas.ts";
export { newState, type NewState } from "./new-state/new-state.ts";
export type { FirstEvent } from "./new-state/first-rule.ts";
export { DMN_VERSIONS, type DmnVersion } from "./export/dmn/dmn-version.ts";
export { TooLargeForDmn } from "./export/dmn/errors.ts";
export { type DmnExport, type DmnOptions, type DmnQuestion, exportDmn } from "./export/export-dmn.ts";
export {
  type EngineQuestion,
  type EngineRule,
  exportJsonRulesEngine,
  type JsonRulesEngineExport,
  type Provision,
} from "./export/export-json-rules-engine.ts";
export type { NotExported } from "./export/exported-question.ts";
export type { CellRange } from "./diagram/cell.ts";
export type { Chart, ChartEdge, ChartNode, ChartOutcome, ChartSubject } from "./chart/chart.ts";
export {
  chartOfQuestion,
  QUESTION_CHART_NODES,
  type QuestionChart,
  type QuestionChartOptions,
} from "./chart/chart-of-question.ts";
export { chartOfRule, RULE_CHART_NODES, type RuleChartOptions } from "./chart/chart-of-rule.ts";
export { ChartTooLarge, UnknownRule } from "./chart/errors.ts";
export { chartToMermaid } from "./chart/mermaid/chart-to-mermaid.ts";
export { chartToSvg } from "./chart/svg/chart-to-svg.ts";
export { type EventLine, eventInPlainWords } from "./guide/event-words.ts";
export type { GuideError, GuideOptions } from "./guide/guide-options.ts";
export { ownNameOf } from "./guide/own-name.ts";
export { lastReview, printGuide } from "./guide/print-guide.ts";
