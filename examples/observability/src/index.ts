export { exportTelemetry, metricsText, type TelemetryTarget } from "./export-telemetry.ts";
export type { SpanIds } from "./ids-of-a-span.ts";
export { measures } from "./measures.ts";
export { spanned } from "./spanned.ts";
