import type { LetterConfig } from "../channel/letter/letter-channel.ts";
import type { SinchConfig } from "../channel/phone/sinch.ts";
import type { SmtpConfig } from "../channel/smtp/smtp-channel.ts";
import type { WebhookConfig } from "../channel/webhook/webhook-channel.ts";
import type { EngineLimits } from "../job-engine/engine-limits.ts";
import type { WorkerSettings } from "../worker/worker-settings.ts";

/** Everything that a worker process is told before it starts. */
export type WorkerConfig = {
  readonly database:
    | { readonly kind: "postgres"; readonly url: string; readonly connections: number }
    | { readonly kind: "pglite"; readonly directory: string };
  readonly agencyModule: string;
  readonly settings: WorkerSettings;
  readonly limits: EngineLimits;
  readonly sweepEverySeconds: number;
  readonly pollSeconds: number;
  /** The OpenTelemetry collector that spans and measures are sent to. */
  readonly collector: URL | null;
  readonly smtp: SmtpConfig | null;
  readonly webhook: WebhookConfig | null;
  readonly letter: LetterConfig | null;
  readonly sinch: SinchConfig | null;
};
