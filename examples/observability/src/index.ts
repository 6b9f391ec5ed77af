export { exportTelemetry, metricsText, type TelemetryTarget } from "./export-telemetry.ts";
export type { SpanIds } from "./ids-of-a-span.ts";
export { measures } from "./measures.ts";
export { openTelemetry, type Telemetry } from "./open-telemetry.ts";
export { spanned } from "./spanned.ts";
