import { addHours, type Instant } from "@victim-rights/core";
import type { Owed, OwedNotice, SendTarget } from "@victim-rights/notification";
import { groundRow } from "./ground-row.ts";
import { durationWords } from "./moment-words.ts";
import { asSentence, IF_MISSED, METHOD_WORDS, plain, symbolicWords } from "./plain-words.ts";
import type { ReportContext } from "./report-context.ts";
import { type Band, type OwedRow, type PersonNote, subjectOf } from "./report-row.ts";

/** One row for each notice of an owed pair. */
export const owedRows = (owed: Owed, context: ReportContext): readonly OwedRow[] =>
  owed.notices.map((notice) => owedRow(owed, notice, context));

const owedRow = (owed: Owed, notice: OwedNotice, context: ReportContext): OwedRow => {
  const shared = {
    ...subjectOf(owed, context.eventOf),
    ...whenOf(notice, context),
    tells: notice.dutyBearers.map(plain).join(" or "),
    grounds: notice.grounds.map(({ ground, basis }) => groundRow(ground, context, basis)),
    ifMissed: notice.ifMissed.filter((each) => each !== "not-stated").map((each) => IF_MISSED[each]),
  };
  return { ...shared, person: personOf(owed, notice), group: JSON.stringify([owed.eventId, owed.revision, shared]) };
};

const personOf = (owed: Owed, notice: OwedNotice): PersonNote => ({
  personId: owed.personId,
  methods:
    notice.methods.length === 0
      ? "no way to reach them"
      : [...new Set(notice.methods.map(({ method }) => METHOD_WORDS[method]))].join(", "),
  problem: notice.methodProblem === null ? null : asSentence(notice.methodProblem),
  notes: [...owed.notes, ...notesOf(owed, notice)].map(asSentence),
});

const notesOf = (owed: Owed, notice: OwedNotice): readonly string[] => [
  ...notice.targets.flatMap(({ policy }) => (policy === null ? [] : [`Agency ${policy}`])),
  ...(notice.targets.length > 1 ? [`No single moment meets every provision: ${notice.targets.length} notices.`] : []),
  ...(owed.questions.length === 0
    ? []
    : [
        `${owed.questions.length === 1 ? "One open question" : `${owed.questions.length} open questions`} could add grounds.`,
      ]),
];

type When = Pick<OwedRow, "band" | "due" | "brief" | "lead" | "detail">;

const whenOf = (notice: OwedNotice, context: ReportContext): When => {
  const [target] = notice.targets;
  if (notice.timing === "late" || notice.timing === "impossible") return missed(notice, context);
  return notice.timing === "not-yet" ? notYet(target, context) : open(notice, target, context);
};

const missed = (notice: OwedNotice, { now, words }: ReportContext): When => {
  const closes = firstClosed(notice, now) ?? now;
  const closed = `The window closed at ${words.deadline(closes)}, ${durationWords(closes, now)} ago`;
  const cause = notice.timing === "impossible" ? ", before the event was on record." : ".";
  return {
    band: "late",
    due: `0 ${closes}`,
    brief: `LATE ${words.briefDeadline(closes)}`,
    lead: "Send now",
    detail: `${closed}${cause}`,
  };
};

const firstClosed = ({ grounds }: OwedNotice, now: Instant): Instant | undefined =>
  grounds.flatMap(({ interval: { closes } }) => (closes !== null && closes <= now ? [closes] : [])).toSorted()[0];

const notYet = (target: SendTarget, { words }: ReportContext): When => ({
  band: "not-yet",
  due: `2 ${target.at}`,
  brief: `from ${words.brief(target.at)}`,
  lead: `Not before ${words.moment(target.at)}`,
  detail: target.by === null ? null : `By ${words.deadline(target.by)}`,
});

const open = (notice: OwedNotice, target: SendTarget, context: ReportContext): When => {
  const { now, words } = context;
  const symbolic = notice.grounds.find(({ symbolic: term }) => term !== null)?.symbolic ?? null;
  if (target.by === null) {
    const term = symbolicWords(symbolic ?? "not-stated");
    // Between what is due within a day and what is due later: it is to be done now, and no hour of it is law.
    return {
      band: "now",
      due: `1 ${addHours(now, 24)}`,
      brief: term,
      lead: `Now: ${term}`,
      detail: "The law gives no number of hours or days.",
    };
  }
  const band: Band = target.by <= addHours(now, 24) ? "day" : "open";
  const source =
    target.basis === "policy" ? "The agency's own target; the law allows longer or gives no number." : null;
  return {
    band,
    due: `1 ${target.by}`,
    brief: words.briefDeadline(target.by),
    lead: `By ${words.deadline(target.by)}`,
    detail: source ?? `${durationWords(now, target.by)} left`,
  };
};
