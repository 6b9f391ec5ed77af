import { MIDNIGHT, toInstant } from "@victim-rights/core";
import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import { below, type CompileContext, type Place, report } from "./compile-context.ts";
import { checkMeanings, compileEventCode } from "./compile-event-code.ts";
import { compileFacts } from "./compile-facts.ts";
import { compileFields } from "./compile-fields.ts";
import { compileKey, compileStamp, sortable } from "./compile-key.ts";
import { compileMoment, type Moment } from "./compile-moment.ts";
import type { EventContent, EventDraft } from "./draft.ts";
import { readSaid, type Said } from "./event-said.ts";
import type { Literal } from "./field-at.ts";
import type { EventSource } from "./mapping.ts";
import type { MomentAt } from "./moment-at.ts";
import { EVENT_TARGETS } from "./target.ts";

/** Reads one row of a custody feed; `null` when the row has problems, which are added to the list. */
export type EventReader = (record: FeedRecord, problems: CellProblem[]) => EventDraft | null;

export const compileEvents = (source: EventSource, index: number, context: CompileContext): EventReader => {
  const readers = compileReaders(source, { context, path: `$.sources[${index}]` });
  return (record, problems) => {
    const row = readRow(source, readers, { record, problems });
    if (problems.length > 0 || row.key === null || row.person === null || row.said === null) return null;
    const supervisedPersonId = String(row.person);
    const content = contentOf({ source, index, context, record }, { ...row, said: row.said, supervisedPersonId });
    return { key: row.key, stamp: sortable(row.stamp), supervisedPersonId, content };
  };
};

const compileReaders = (source: EventSource, place: Place) => {
  const fields = compileFields(source, EVENT_TARGETS, place);
  const code = source.code === undefined ? null : compileEventCode(source.code, below(place, "code"));
  if (code === null && !fields.has("kind"))
    report(
      place,
      "nothing says what kind of event a row is",
      "give a `code` column with its table, or map the field `kind`",
    );
  checkMeanings(
    source.readTogether.map((rule) => rule.means),
    below(place, "readTogether"),
  );
  return {
    fields,
    code,
    key: compileKey(source, below(place, "key")),
    stamp: compileStamp(source.stamp, below(place, "stamp")),
    person: fields.required("supervisedPersonId"),
    caseNumber: fields.value("caseNumber"),
    occurred: optionalMoment(source.occurred, below(place, "occurred")),
    scheduled: optionalMoment(source.scheduled, below(place, "scheduled")),
    facts: compileFacts(source.facts, below(place, "facts")),
  };
};

const optionalMoment = (at: MomentAt | undefined, place: Place) =>
  at === undefined ? () => null : compileMoment(at, place);

type Cells = { readonly record: FeedRecord; readonly problems: CellProblem[] };

const readRow = (source: EventSource, readers: ReturnType<typeof compileReaders>, { record, problems }: Cells) => ({
  key: readers.key(record, problems),
  stamp: readers.stamp(record, problems),
  person: readers.person(record, problems),
  caseNumber: readers.caseNumber(record, problems),
  sequence: readSequence(source, record, problems),
  occurred: readers.occurred(record, problems),
  scheduled: readers.scheduled(record, problems),
  said: readSaid({ source, readers, record, problems }),
});

const readSequence = (source: EventSource, record: FeedRecord, problems: CellProblem[]): number | null => {
  if (source.sequence === undefined) return null;
  const { column } = source.sequence;
  const text = record.cell(column);
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  problems.push({
    column,
    problem: text === "" ? "the sequence is blank" : "the sequence is not a whole number",
    howToFix: "every row needs its number: it orders the person's rows of one day",
  });
  return null;
};

type Origin = {
  readonly source: EventSource;
  readonly index: number;
  readonly context: CompileContext;
  readonly record: FeedRecord;
};

type ReadRow = {
  readonly supervisedPersonId: string;
  readonly caseNumber: Literal | null;
  readonly stamp: Moment | null;
  readonly sequence: number | null;
  readonly occurred: Moment | null;
  readonly scheduled: Moment | null;
  readonly said: Said;
};

const contentOf = ({ source, index, context, record }: Origin, row: ReadRow): EventContent => {
  const { supervisedPersonId, caseNumber, occurred, scheduled, said } = row;
  return {
    base: { jurisdiction: context.jurisdiction, supervisedPersonId, caseNumber, occurred, scheduled },
    said: said.event,
    noNotice: said.noNotice,
    withdrawn: isWithdrawn(source, record),
    code: said.code,
    supervisedPersonId,
    group: [supervisedPersonId, ...(source.sequence?.within ?? []).map(record.cell)].join("/"),
    sequence: row.sequence,
    day: (occurred ?? scheduled)?.date ?? null,
    recordedAt: recordedAt(row.stamp, context),
    revision: null,
    source: index,
  };
};

const isWithdrawn = ({ withdrawn }: EventSource, record: FeedRecord): boolean =>
  withdrawn !== undefined && withdrawn.values.includes(record.cell(withdrawn.column));

const recordedAt = (stamp: Moment | null, { zone }: CompileContext) =>
  stamp === null ? null : toInstant(stamp.date, stamp.time ?? MIDNIGHT, zone).instant;
