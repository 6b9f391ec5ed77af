import { instantAt } from "@victim-rights/core";
import { NoticeActorId, type ObligationStore } from "@victim-rights/notification";
import { findSend, type OpenedDatabase } from "@victim-rights-examples/storage-postgres";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import type { WorkerConfig } from "./config/worker-config.ts";
import { readBounces } from "./receipt/bounce-folder.ts";
import type { DeliveryReport } from "./receipt/delivery-report.ts";
import { openReportServer } from "./receipt/report-server.ts";
import { SendFinder, takeReport } from "./receipt/take-report.ts";
import type { WorkerClock } from "./worker/clock.ts";
import { WorkerLog } from "./worker/worker-log.ts";

type ReportServices = ObligationStore | WorkerClock | WorkerLog;

/** The ways in which a worker hears what became of its sends. */
export type Reports = {
  /** Reads the mails that have come back; nothing without a folder for them. */
  readonly readMails: Effect.Effect<void, { readonly _tag: string }>;
  readonly close: () => Promise<void>;
};

/** Opens what a configuration names: a folder of mails, a server for a telephone provider's reports, both or neither. */
export const openReports = async (
  { smtp, sinch }: Pick<WorkerConfig, "smtp" | "sinch">,
  { services, db }: { readonly services: Context.Context<ReportServices>; readonly db: OpenedDatabase["db"] },
): Promise<Reports> => {
  const known = Context.add(services, SendFinder, { find: (key) => findSend(db, key) });
  const provided = <Answer, Failure>(work: Effect.Effect<Answer, Failure, ReportServices | SendFinder>) =>
    Effect.provideContext(work, known);
  const folder = smtp?.bounceFolder ?? null;
  const readMails = folder === null ? Effect.void : provided(readBounces(folder));
  const secret = sinch?.reportSecret ?? null;
  if (sinch === null || secret === null) return { readMails, close: async () => undefined };
  const refused = (why: string) => Effect.flatMap(WorkerLog, ({ write }) => write({ event: "report-refused", why }));
  const { close } = await openReportServer({
    host: sinch.reportHost,
    port: sinch.reportPort,
    secret,
    now: () => instantAt(Date.now()),
    take: (report: DeliveryReport) => Effect.runPromise(provided(takeReport(report, SINCH))),
    onRefused: (why) => void Effect.runPromise(provided(refused(why))),
  });
  return { readMails, close };
};

const SINCH = NoticeActorId.parse("sinch");
