import { NOTICE_QUESTION, type Disposition, type Planner, createPlanner } from "@victim-rights/notification";
import type { CustodyEvent, Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { momentWords } from "../report/moment-words.ts";
import { renderReport } from "../report/render-report.ts";
import { createReportBuilder, type ReportBuilder } from "../report/report-builder.ts";
import type { ReportModel } from "../report/report-model.ts";
import { type GatheredEvents, gatherEvents } from "./gather-events.ts";
import { gatherOffenses } from "./gather-offenses.ts";
import { openOutputs, type OutputName } from "./output-files.ts";
import { type PairCounts, createPairCounts } from "./pair-counts.ts";
import type { PlanSetup } from "./plan-options.ts";
import { planPairs, type RegistrationCounts } from "./plan-pairs.ts";
import type { PlanRun } from "./plan-run.ts";
import type { PlanTotals } from "./plan-totals.ts";
import { createProgress } from "../io/progress.ts";
import { createRejectLog } from "./reject-log.ts";

/** Plans, and writes the four lists and the report; nothing appears in the output folder unless everything does. */
export const planFromSetup = async (setup: PlanSetup): Promise<Result.Result<ReportModel, Failure>> => {
  const outputs = openOutputs(setup.out);
  const bytes = [...setup.eventFiles, ...setup.registrationFiles].reduce((sum, file) => sum + file.bytes, 0);
  const run: PlanRun = {
    setup,
    outputs,
    rejects: createRejectLog((reject) => outputs.write("rejects.jsonl", reject)),
    progress: createProgress(setup.io, bytes),
    tallies: [],
    counts: { duplicates: 0, replaced: 0 },
  };
  try {
    const model = await plan(run);
    if (Result.isSuccess(model)) outputs.publish(renderReport(model.success));
    return model;
  } finally {
    run.progress.stop();
    outputs.discard();
  }
};

const plan = async (run: PlanRun): Promise<Result.Result<ReportModel, Failure>> => {
  const { law, now, policy, limits } = run.setup;
  const gathered = await gatherEvents(run);
  const offenses = await gatherOffenses(run, gathered.people);
  const planner = createPlanner({
    law,
    events: gathered.events,
    offenses,
    now,
    ...(policy === null ? {} : { policy }),
  });
  if (Result.isFailure(planner))
    return Result.fail(
      failure(EXIT.badInput, [{ where: NOTICE_QUESTION, problem: planner.failure.message, fix: null }]),
    );
  const context = {
    now,
    words: momentWords(law.profile.calendar.zone),
    sources: law.profile.sources,
    eventOf: eventFinder(gathered.events),
  };
  const report = createReportBuilder(context, limits.reportRows);
  const pairs = createPairCounts();
  const registrations = await planPairs(run, {
    planner: planner.success,
    people: gathered.people,
    accept: acceptInto(run, report, pairs),
  });
  const totals = totalsOf(run, { gathered, offenses: offenses.length, registrations, pairs, planner: planner.success });
  const { name, calendar } = law.profile;
  return Result.succeed(
    report.build({
      state: name,
      zone: calendar.zone,
      totals,
      rejects: run.rejects.shown(),
      rejectCount: run.rejects.count(),
    }),
  );
};

const eventFinder = (events: readonly CustodyEvent[]) => {
  // Of two variants of one revision the first is the record as it came.
  const byRevision = new Map(events.toReversed().map((event) => [`${event.id} ${event.revision}`, event]));
  return ({ eventId, revision }: Pick<Disposition, "eventId" | "revision">) => byRevision.get(`${eventId} ${revision}`);
};

const FILE_OF: Readonly<Record<Disposition["list"], OutputName>> = {
  owed: "notices.jsonl",
  "needs-a-person": "needs-a-person.jsonl",
  "not-owed": "not-owed.jsonl",
};

const acceptInto =
  ({ outputs }: PlanRun, report: ReportBuilder, pairs: PairCounts) =>
  (disposition: Disposition): void => {
    outputs.write(FILE_OF[disposition.list], disposition);
    report.add(disposition);
    pairs.add(disposition);
  };

type Counted = {
  readonly gathered: GatheredEvents;
  readonly offenses: number;
  readonly registrations: RegistrationCounts;
  readonly pairs: PairCounts;
  readonly planner: Planner;
};

const totalsOf = (run: PlanRun, { gathered, offenses, registrations, pairs, planner }: Counted): PlanTotals => ({
  files: run.tallies,
  rows: run.tallies.reduce((sum, tally) => sum + tally.rows, 0),
  rejectedRows: run.tallies.reduce((sum, tally) => sum + tally.rejected, 0) + run.rejects.contradictoryRows(),
  duplicates: run.counts.duplicates + planner.duplicateEvents,
  unchanged: gathered.unchanged,
  events: gathered.count,
  eventRevisions: gathered.events.length,
  noNotice: Object.fromEntries(gathered.noNotice),
  joined: Object.fromEntries(gathered.joined),
  offenses,
  registrations: registrations.registrations,
  registrationsWithoutEvent: registrations.withoutEvent,
  ...pairs.totals(),
  newestRecord: gathered.newestRecord as Instant | null,
});
