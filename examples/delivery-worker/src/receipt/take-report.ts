import { createHash } from "node:crypto";
import { type Instant, StoreUnavailable } from "@victim-rights/core";
import {
  type AttemptKey,
  type CommandTo,
  type Evidence,
  type NoticeActorId,
  NoticeCommandId,
  ObligationStore,
  type StoredObligation,
} from "@victim-rights/notification";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import type { IdempotencyKey } from "../channel/idempotency-key.ts";
import { WorkerClock } from "../worker/clock.ts";
import { WorkerLog } from "../worker/worker-log.ts";
import type { DeliveryReport } from "./delivery-report.ts";

/** The port that a report's send is found by. */
export class SendFinder extends Context.Service<
  SendFinder,
  { readonly find: (key: IdempotencyKey) => Effect.Effect<AttemptKey | null, StoreUnavailable> }
>()("@victim-rights-examples/delivery-worker/SendFinder") {}

/**
 * What a report came to.
 * - `recorded`: it is evidence in the record. `known`: it was already.
 * - `older`: something later is known of the attempt, so that this changes nothing.
 * - `passing`: it says nothing that lasts. `ended`: nothing can come of it, the obligation has ended.
 * - `unmatched`: nothing was ever sent under its key; somebody should look at where it came from.
 */
export type ReportTaken = "recorded" | "known" | "older" | "passing" | "ended" | "unmatched";

/** How often a report is tried on an obligation that others move at the same time. */
const TIMES = 5;

/**
 * Takes a report into the record, once, in whatever order reports come: of what is said about one attempt that stands
 * which happened last. `by` is the channel as the record names it.
 * @errors `StoreUnavailable`: give the report again.
 */
export const takeReport = (report: DeliveryReport, by: NoticeActorId) =>
  Effect.gen(function* () {
    const taken: ReportTaken = report.said.kind === "passing" ? "passing" : yield* takeLasting(report, by);
    yield* (yield* WorkerLog).write({ event: "report-read", why: taken });
    return taken;
  });

const takeLasting = (report: DeliveryReport, by: NoticeActorId) =>
  Effect.gen(function* () {
    const send = yield* (yield* SendFinder).find(report.key);
    if (send === null) return "unmatched";
    const [store, clock] = [yield* ObligationStore, yield* WorkerClock];
    let taken: ReportTaken | null = null;
    for (let time = 0; time < TIMES && taken === null; time += 1) {
      const stored: StoredObligation = yield* store.find(send.obligation);
      taken =
        settledBy(stored, report, send) ??
        (yield* give(stored, commandOf(report, { send, stored, by, now: yield* clock.now })));
    }
    // Others were faster each time: the report comes again.
    return taken ?? (yield* new StoreUnavailable({ during: "take a report", commit: "not-made" }));
  }).pipe(
    // A send whose obligation is gone was never one of this record's.
    Effect.catchTag("ObligationNotFound", () => Effect.succeed("unmatched" as const)),
  );

type ReportCommand = CommandTo<"record-delivery"> | CommandTo<"report-undeliverable">;

/** @returns `null` when somebody moved the obligation meanwhile. */
const give = ({ obligation, revision }: StoredObligation, command: ReportCommand) =>
  Effect.flatMap(ObligationStore, (store) =>
    store.advance({ obligation: obligation.id, expected: revision, command }),
  ).pipe(
    Effect.as<ReportTaken | null>("recorded"),
    Effect.catch((error) =>
      error._tag === "StoreUnavailable" || error._tag === "ObligationNotFound"
        ? Effect.fail(error)
        : Effect.succeed(error._tag === "StepNotPossible" ? ("ended" as const) : null),
    ),
  );

/** What the record already says of it. */
const settledBy = (
  { obligation: { commands, evidence, closedBy } }: StoredObligation,
  report: DeliveryReport,
  { attempt }: AttemptKey,
): ReportTaken | null => {
  const id = commandIdOf(report);
  if (commands.some((command) => command.id === id)) return "known";
  if (closedBy !== null) return "ended";
  return evidence.some((each) => saysLaterOf(each, attempt, report.at)) ? "older" : null;
};

const saysLaterOf = (evidence: Evidence, attempt: number, at: Instant): boolean =>
  (evidence.kind === "delivery-receipt" || evidence.kind === "channel-failure") &&
  evidence.attempt === attempt &&
  evidence.at > at;

type Stating = {
  readonly send: AttemptKey;
  readonly stored: StoredObligation;
  readonly by: NoticeActorId;
  readonly now: Instant;
};

const commandOf = (report: DeliveryReport, { send: { attempt }, stored, by, now }: Stating): ReportCommand => {
  const { lastAt } = stored.obligation;
  // The step comes after the record's last one, and what it rests on is not dated after it, whatever a provider's clock says.
  const at = now > lastAt ? now : lastAt;
  const evidence = { at: report.at < at ? report.at : at, attempt, record: report.record };
  const stated = { id: commandIdOf(report), at, by: { role: "channel", id: by } } as const;
  return report.said.kind === "failed"
    ? {
        act: "report-undeliverable",
        ...stated,
        evidence: { kind: "channel-failure", why: report.said.why, ...evidence },
      }
    : { act: "record-delivery", ...stated, evidence: { kind: "delivery-receipt", ...evidence } };
};

/** One report makes one command, however often it comes. */
const commandIdOf = ({ record, said, key }: DeliveryReport): NoticeCommandId =>
  NoticeCommandId.parse(
    `r-${createHash("sha256")
      .update(JSON.stringify([key, record, said.kind]))
      .digest("hex")}`,
  );
