import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { z } from "zod";
import { LetterConfig } from "../channel/letter/letter-channel.ts";
import { SinchConfig } from "../channel/phone/sinch.ts";
import { SmtpConfig } from "../channel/smtp/smtp-channel.ts";
import { WebhookConfig } from "../channel/webhook/webhook-channel.ts";
import { EngineLimits } from "../job-engine/engine-limits.ts";
import { WorkerSettings } from "../worker/worker-settings.ts";
import { type Environment, type GroupRead, readGroup, type Variable } from "./read-group.ts";
import type { WorkerConfig } from "./worker-config.ts";

/** The environment does not describe a worker. Each problem names a variable and what it wants, never what it holds. */
export class ConfigNotUsable extends Data.TaggedError("ConfigNotUsable")<{ readonly problems: readonly string[] }> {
  override get message(): string {
    return this.problems.join("\n");
  }
}

const DATABASE = z.strictObject({
  url: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//u, "write a `postgres://` address")
    .optional(),
  connections: z.int().min(2).max(100).default(10),
  directory: z.string().min(1).optional(),
});
const TIMING = z.strictObject({
  sweepEverySeconds: z.int().min(1).max(3600).default(60),
  pollSeconds: z.number().min(0.5).max(60).default(2),
  collector: z
    .url({ protocol: /^https?$/u })
    .transform((text) => new URL(text))
    .nullable()
    .default(null),
  agencyModule: z.string().min(1),
});

const number = (name: string, field: string): Variable => ({ name, field, as: "number" });
const text = (name: string, field: string): Variable => ({ name, field, as: "text" });

/** Every variable that is read, by the part that it belongs to. */
export const VARIABLES = {
  database: [
    text("DATABASE_URL", "url"),
    number("DATABASE_CONNECTIONS", "connections"),
    text("PGLITE_DIRECTORY", "directory"),
  ],
  timing: [
    number("SWEEP_EVERY_SECONDS", "sweepEverySeconds"),
    number("POLL_SECONDS", "pollSeconds"),
    text("OTEL_EXPORTER_OTLP_ENDPOINT", "collector"),
    text("AGENCY_MODULE", "agencyModule"),
  ],
  settings: [
    text("WORKER_NAME", "worker"),
    number("FRESH_SECONDS", "freshSeconds"),
    number("DOUBT_AFTER_SECONDS", "doubtAfterSeconds"),
    number("ASK_FOR_HOURS", "askForHours"),
    number("CLOCK_WITHIN_SECONDS", "clockWithinSeconds"),
    number("PAGE_SIZE", "pageSize"),
  ],
  limits: [
    number("LOOK_EXPIRE_SECONDS", "expireSeconds"),
    number("LOOK_RETRIES", "retries"),
    number("LOOK_RETRY_SECONDS", "retrySeconds"),
    number("LOOK_CONCURRENCY", "concurrency"),
    number("GRACE_SECONDS", "graceSeconds"),
  ],
  smtp: [
    text("SMTP_HOST", "host"),
    number("SMTP_PORT", "port"),
    text("SMTP_TLS", "tls"),
    text("SMTP_USER", "user"),
    text("SMTP_PASSWORD", "password"),
    text("SMTP_FROM", "from"),
    number("SMTP_WITHIN_SECONDS", "withinSeconds"),
    text("SMTP_BOUNCE_FOLDER", "bounceFolder"),
    text("SMTP_BOUNCE_TO", "bounceTo"),
  ],
  webhook: [
    text("WEBHOOK_URL", "url"),
    text("WEBHOOK_SECRET", "secret"),
    number("WEBHOOK_WITHIN_SECONDS", "withinSeconds"),
  ],
  letter: [text("LETTER_FOLDER", "folder"), { name: "LETTER_RETURN_ADDRESS", field: "returnAddress", as: "lines" }],
  sinch: [
    text("SINCH_URL", "url"),
    text("SINCH_SERVICE_PLAN_ID", "servicePlanId"),
    text("SINCH_TOKEN", "token"),
    text("SINCH_FROM", "from"),
    number("SINCH_WITHIN_SECONDS", "withinSeconds"),
    text("SINCH_REPORT_SECRET", "reportSecret"),
    text("SINCH_REPORT_HOST", "reportHost"),
    number("SINCH_REPORT_PORT", "reportPort"),
  ],
} as const satisfies Readonly<Record<string, readonly Variable[]>>;

/**
 * Reads a worker's configuration from environment variables. A channel of which no variable is set is not there.
 * @errors `ConfigNotUsable` with every problem at once.
 */
export const readConfig = (environment: Environment): Result.Result<WorkerConfig, ConfigNotUsable> => {
  const from = <Schema extends z.ZodType>(
    schema: Schema,
    variables: readonly Variable[],
  ): GroupRead<z.output<Schema>> => readGroup(environment, schema, variables);
  const database = from(DATABASE, VARIABLES.database);
  const timing = from(TIMING, VARIABLES.timing);
  const settings = from(WorkerSettings, VARIABLES.settings);
  const limits = from(EngineLimits, VARIABLES.limits);
  const channels = {
    smtp: from(SmtpConfig.nullable(), VARIABLES.smtp),
    webhook: from(WebhookConfig.nullable(), VARIABLES.webhook),
    letter: from(LetterConfig.nullable(), VARIABLES.letter),
    sinch: from(SinchConfig.nullable(), VARIABLES.sinch),
  };
  const groups = [database, timing, settings, limits, ...Object.values(channels)];
  const problems = [
    ...groups.flatMap((group) => group.problems),
    ...oneDatabase(database.value),
    ...(Object.values(channels).some(({ isSet }) => isSet) ? [] : [NO_CHANNEL]),
    ...doubtAfterLooks(settings.value, limits.value),
    ...misspelt(environment),
  ];
  const isWhole = database.value !== null && timing.value !== null && settings.value !== null && limits.value !== null;
  if (problems.length > 0 || !isWhole) return Result.fail(new ConfigNotUsable({ problems }));
  return Result.succeed({
    database: databaseOf(database.value),
    settings: settings.value,
    limits: limits.value,
    ...timing.value,
    agencyModule: pathToFileURL(resolve(timing.value.agencyModule)).href,
    smtp: channels.smtp.value,
    webhook: channels.webhook.value,
    letter: channels.letter.value,
    sinch: channels.sinch.value,
  });
};

const NO_CHANNEL = "SMTP_HOST, WEBHOOK_URL, LETTER_FOLDER, SINCH_URL: configure at least one channel";

const oneDatabase = (database: z.output<typeof DATABASE> | null): readonly string[] => {
  if (database === null) return [];
  const isOne = (database.url === undefined) !== (database.directory === undefined);
  return isOne ? [] : ["DATABASE_URL, PGLITE_DIRECTORY: set exactly one of them"];
};

const databaseOf = ({ url, directory, connections }: z.output<typeof DATABASE>): WorkerConfig["database"] =>
  url === undefined ? { kind: "pglite", directory: directory ?? "" } : { kind: "postgres", url, connections };

/** A claim must not be doubted while the look that made it may still be sending. */
const doubtAfterLooks = (settings: WorkerSettings | null, limits: EngineLimits | null): readonly string[] =>
  settings !== null && limits !== null && settings.doubtAfterSeconds <= limits.expireSeconds
    ? ["DOUBT_AFTER_SECONDS: make it longer than LOOK_EXPIRE_SECONDS"]
    : [];

const OURS = /^(?:SMTP|WEBHOOK|LETTER|SINCH|LOOK|SWEEP|DOUBT|CLOCK)_/u;

/** A variable that looks like one of ours and is none was meant to be one. */
const misspelt = (environment: Environment): readonly string[] => {
  const known = new Set<string>(Object.values(VARIABLES).flatMap((group) => group.map(({ name }) => name)));
  return Object.keys(environment)
    .filter((name) => OURS.test(name) && !known.has(name))
    .map((name) => `${name}: no such variable`);
};
