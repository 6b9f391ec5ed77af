import { accessSync, constants } from "node:fs";
import { instantAt } from "@victim-rights/core";
import { ObligationStore } from "@victim-rights/notification";
import { openTelemetry } from "@victim-rights-examples/observability";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import {
  clockOf,
  keepSendKey,
  obligationStore,
  type OpenedDatabase,
  openPostgres,
} from "@victim-rights-examples/storage-postgres";
import type { Agency } from "./agency/agency.ts";
import { Channels, type ChannelsShape } from "./channel/channels.ts";
import { letterChannel } from "./channel/letter/letter-channel.ts";
import { sinch } from "./channel/phone/sinch.ts";
import { textChannel } from "./channel/phone/text-channel.ts";
import { smtpChannel } from "./channel/smtp/smtp-channel.ts";
import { webhookChannel } from "./channel/webhook/webhook-channel.ts";
import type { WorkerConfig } from "./config/worker-config.ts";
import { ContactBook } from "./contact/contact-book.ts";
import { JobEngine } from "./job-engine/job-engine.ts";
import { openPgBossEngine, type PgBossAsked } from "./job-engine/pg-boss-engine.ts";
import { throughPgliteClient } from "./job-engine/pg-boss-database.ts";
import { openReports } from "./open-reports.ts";
import { passOnWakeUps } from "./pass-on-wake-ups.ts";
import { keyedStore } from "./receipt/keyed-store.ts";
import { type Rounds, type RunningWorker, startWorker } from "./start-worker.ts";
import { AgencyRuleBook } from "./worker/agency-rules.ts";
import { systemClock, WorkerClock } from "./worker/clock.ts";
import { noticeWriter, NoticeWriter } from "./worker/notice-writer.ts";
import type { WorkerServices } from "./worker/wake-handlers.ts";
import { jsonLog, WorkerLog, type WorkerLogShape } from "./worker/worker-log.ts";
import { actorOf, Settings } from "./worker/worker-settings.ts";

/** Where a worker's lines go. */
export type Output = (line: string) => void;

/**
 * Opens the database, the engine and the channels that a configuration names, and starts.
 * @throws what the database throws, and `ClockDiffers`; nothing is open then.
 */
export const openWorker = async (config: WorkerConfig, agency: Agency, output: Output): Promise<RunningWorker> => {
  const opening: (() => Promise<unknown>)[] = [];
  const letGo = async (): Promise<void> => {
    for (const close of opening.toReversed()) await close();
  };
  try {
    const { services, rounds } = await openParts(config, { agency, output, opening });
    const running = await startWorker(services, rounds);
    const stop = async (): Promise<void> => {
      await running.stop();
      await letGo();
    };
    return { mustStop: running.mustStop, stop };
  } catch (error) {
    await letGo();
    throw error;
  }
};

type Around = {
  readonly agency: Agency;
  readonly output: Output;
  /** How to let go of what was opened, in the order of opening. */
  readonly opening: (() => Promise<unknown>)[];
};

const openParts = async (
  config: WorkerConfig,
  { agency, output, opening }: Around,
): Promise<{ readonly services: Context.Context<WorkerServices>; readonly rounds: Rounds }> => {
  const log = jsonLog(output, { worker: config.settings.worker, now });
  const { opened, bossDatabase } = await openDatabase(config.database, output);
  opening.push(opened.close);
  const telemetry = await openTelemetry(collectorOf(config));
  opening.push(telemetry.close);
  const engine = await openPgBossEngine({
    database: bossDatabase,
    limits: config.limits,
    pollSeconds: config.pollSeconds,
    onTrouble: (why) => output(`${JSON.stringify({ at: now(), event: "trouble", why })}\n`),
  });
  opening.push(() => Effect.runPromise(engine.stop));
  const { contactBook } = agency;
  const store = keyedStore(obligationStore(opened.db, actorOf(config.settings)), (key, send) =>
    keepSendKey(opened.db, key, send),
  );
  const services = servicesOf(agency, config, log).pipe(
    Context.merge(telemetry.context),
    Context.add(ContactBook, typeof contactBook === "function" ? contactBook(opened) : contactBook),
    Context.add(ObligationStore, store),
    Context.add(JobEngine, engine),
  );
  const reports = await openReports(config, { services, db: opened.db });
  opening.push(reports.close);
  const { sweepEverySeconds, limits } = config;
  const first = Effect.andThen(reports.readMails, passOnWakeUps(opened.db));
  return {
    services,
    rounds: { sweepEverySeconds, first, recordClock: clockOf(opened.db), graceSeconds: limits.graceSeconds },
  };
};

const now = () => instantAt(Date.now());

const collectorOf = ({ collector }: WorkerConfig): Parameters<typeof openTelemetry>[0] =>
  collector === null ? null : { collector, serviceName: "victim-rights-worker", serviceVersion: "0.1.0" };

const servicesOf = (
  agency: Agency,
  config: WorkerConfig,
  log: WorkerLogShape,
): Context.Context<Exclude<WorkerServices, ObligationStore | JobEngine | ContactBook>> =>
  Context.make(Channels, channelsOf(config)).pipe(
    Context.add(AgencyRuleBook, { rulesFor: agency.rulesFor }),
    Context.add(NoticeWriter, noticeWriter(agency.detailsOf, agency.subjects)),
    Context.add(WorkerClock, systemClock),
    Context.add(WorkerLog, log),
    Context.add(Settings, config.settings),
  );

const channelsOf = ({ smtp, webhook, letter, sinch: account }: WorkerConfig): ChannelsShape => ({
  ...(smtp === null ? {} : { email: smtpChannel(smtp) }),
  ...(webhook === null ? {} : { "automated-system": webhookChannel(webhook, () => instantAt(Date.now())) }),
  ...(letter === null ? {} : { postal: letterChannel(letter) }),
  ...(account === null ? {} : { sms: textChannel(sinch(account)) }),
});

type Databases = { readonly opened: OpenedDatabase; readonly bossDatabase: PgBossAsked["database"] };

const openDatabase = async (database: WorkerConfig["database"], output: Output): Promise<Databases> => {
  const notices = { warn: (message: string) => output(`${JSON.stringify({ event: "notice", message })}\n`) };
  if (database.kind === "postgres") {
    const opened = await openPostgres({ url: database.url, connections: database.connections }, notices);
    return { opened, bossDatabase: { ...database, connections: Math.max(2, Math.floor(database.connections / 2)) } };
  }
  // Loading the embedded database costs a worker on a server time and memory for nothing.
  const { openPglite } = await import("@victim-rights-examples/storage-postgres/pglite");
  const opened = await openPglite({ directory: database.directory, notices });
  return { opened, bossDatabase: { kind: "pglite", db: throughPgliteClient(opened.client) } };
};

/** What of a configuration only this machine can tell: whether letters can be put where they are to go. */
export const problemsOnThisMachine = ({ letter }: WorkerConfig): readonly string[] => {
  if (letter === null) return [];
  try {
    accessSync(letter.folder, constants.W_OK | constants.X_OK);
    return [];
  } catch {
    return ["LETTER_FOLDER: it is not there, or this account may not write to it"];
  }
};
