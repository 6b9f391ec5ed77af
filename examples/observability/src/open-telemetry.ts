import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Layer from "effect/Layer";
import * as Scope from "effect/Scope";
import { exportTelemetry, type TelemetryTarget } from "./export-telemetry.ts";

/** Telemetry of a process, from its start to its end. */
export type Telemetry = {
  /** Holds the tracer; effects that run with it have their spans sent. */
  readonly context: Context.Context<never>;
  /** Sends what was gathered, and stops. */
  readonly close: () => Promise<void>;
};

/** Begins to send spans and measures to a collector; with `null` they go nowhere. */
export const openTelemetry = async (target: TelemetryTarget | null): Promise<Telemetry> => {
  if (target === null) return { context: Context.empty(), close: async () => undefined };
  const scope = Scope.makeUnsafe();
  const context = await Effect.runPromise(Layer.buildWithScope(exportTelemetry(target), scope));
  return { context, close: () => Effect.runPromise(Scope.close(scope, Exit.void)) };
};
