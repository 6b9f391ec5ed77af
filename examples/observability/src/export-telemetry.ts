/** The one file that uses Effect's modules for export: they are marked unstable, and may change between minor versions. */
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import type * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as OtlpMetrics from "effect/observability/OtlpMetrics";
import * as OtlpSerialization from "effect/observability/OtlpSerialization";
import * as OtlpTracer from "effect/observability/OtlpTracer";
import * as PrometheusMetrics from "effect/observability/PrometheusMetrics";

/** Where an OpenTelemetry collector listens, and what this program calls itself there. */
export type TelemetryTarget = {
  /** Its base: traces go to `/v1/traces` below it, metrics to `/v1/metrics`. */
  readonly collector: URL;
  readonly serviceName: string;
  readonly serviceVersion: string;
  /** How often what was gathered is sent. */
  readonly everyMilliseconds?: number;
};

const DEFAULT_INTERVAL_MS = 5_000;

/**
 * Sends traces and metrics to a collector by OTLP over HTTP in JSON. Log lines are not sent: the agency ships them with what
 * it has. A collector that does not answer stops nothing.
 */
export const exportTelemetry = (target: TelemetryTarget): Layer.Layer<never> => {
  const resource = { serviceName: target.serviceName, serviceVersion: target.serviceVersion };
  const exportInterval = target.everyMilliseconds ?? DEFAULT_INTERVAL_MS;
  const below = (path: string): string => new URL(path, `${target.collector.href.replace(/\/$/u, "")}/`).href;
  return Layer.mergeAll(
    OtlpTracer.layer({ url: below("v1/traces"), resource, exportInterval }),
    OtlpMetrics.layer({ url: below("v1/metrics"), resource, exportInterval }),
  ).pipe(Layer.provide([OtlpSerialization.layerJson, FetchHttpClient.layer]));
};

/** Every measure of this process in the text format that Prometheus reads, for `/metrics`. */
export const metricsText: Effect.Effect<string> = PrometheusMetrics.format();
