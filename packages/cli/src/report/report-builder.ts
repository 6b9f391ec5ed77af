import type { Disposition, NotOwed } from "@victim-rights/notification";
import type { Reject } from "../feed/reject.ts";
import type { PlanTotals } from "../plan/plan-totals.ts";
import { createTopRows } from "../plan/top-rows.ts";
import { durationWords } from "./moment-words.ts";
import { needsRow } from "./needs-row.ts";
import { owedRows } from "./owed-rows.ts";
import { asSentence, notOwedWords } from "./plain-words.ts";
import type { ReportContext } from "./report-context.ts";
import type { ReportModel } from "./report-model.ts";
import { type NeedsRow, type NotOwedRow, type OfPerson, type OwedRow, subjectOf } from "./report-row.ts";

/** Gathers a report's rows while pairs are planned, keeping no more than it shows. */
export type ReportBuilder = {
  readonly add: (disposition: Disposition) => void;
  readonly build: (facts: ReportFacts) => ReportModel;
};

type ReportFacts = {
  readonly state: string;
  readonly zone: string;
  readonly totals: PlanTotals;
  readonly rejects: readonly Reject[];
  readonly rejectCount: number;
};

export const createReportBuilder = (context: ReportContext, limit: number): ReportBuilder => {
  const owed = createTopRows<OwedRow>(limit, byDue);
  const needs = createTopRows<NeedsRow>(limit, byDue);
  const notOwed = createTopRows<NotOwedRow>(limit, bySubject);
  return {
    add: (disposition) => {
      switch (disposition.list) {
        case "owed":
          for (const row of owedRows(disposition, context)) owed.offer(row);
          return;
        case "needs-a-person":
          needs.offer(needsRow(disposition, context));
          return;
        case "not-owed":
          notOwed.offer(notOwedRow(disposition, context));
      }
    },
    build: ({ state, zone, totals, rejects, rejectCount }) => ({
      state,
      zone,
      now: context.now,
      day: context.words.longDay(context.now),
      moment: context.words.moment(context.now),
      dataAge: ageWords(context, totals),
      totals,
      owed: { rows: owed.rows(), total: owed.total() },
      needs: { rows: needs.rows(), total: needs.total() },
      notOwed: { rows: notOwed.rows(), total: notOwed.total() },
      rejects: { rows: rejects, total: rejectCount },
    }),
  };
};

const notOwedRow = (pair: NotOwed, { eventOf }: ReportContext): NotOwedRow => ({
  ...subjectOf(pair, eventOf),
  personId: pair.personId,
  reason: notOwedWords(pair.reason),
  notes: pair.notes.map(asSentence),
});

const bySubject = (one: NotOwedRow, other: NotOwedRow): number =>
  compare(one.supervisedPersonId, other.supervisedPersonId) ||
  compare(one.event, other.event) ||
  compare(one.personId, other.personId);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

type Dated = OfPerson & { readonly due: string };

const byDue = (one: Dated, other: Dated): number =>
  compare(one.due, other.due) || compare(one.group, other.group) || compare(one.person.personId, other.person.personId);

const ageWords = ({ now, words }: ReportContext, { newestRecord }: PlanTotals): string => {
  if (newestRecord === null) return "The custody feed does not say when its records were made.";
  const age = newestRecord > now ? "after this plan's moment" : `${durationWords(newestRecord, now)} before this plan`;
  return `The newest custody record is from ${words.moment(newestRecord)}, ${age}.`;
};
