import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import { below, type Place, report, type ValueReader } from "./compile-context.ts";
import { compileMoment, type Moment } from "./compile-moment.ts";
import type { MomentAt } from "./moment-at.ts";

type KeyedSource = { readonly name: string; readonly key?: readonly string[] | undefined };

/** Reads the name of the record that a row is a state of: the source's name and the key columns, joined. */
export const compileKey = ({ name, key }: KeyedSource, place: Place): ValueReader<string> => {
  if (key === undefined) {
    report(place, "nothing says which rows are states of one record", "name its `key` columns");
    return () => null;
  }
  return (record, problems) => {
    const joined = joinKey(record, key, problems);
    return joined === null ? null : `${name}/${joined}`;
  };
};

const LONGEST_KEY = 150;

const joinKey = (record: FeedRecord, columns: readonly string[], problems: CellProblem[]): string | null => {
  const cells = columns.map((column) => ({ column, text: record.cell(column) }));
  const blank = cells.filter(({ text }) => text === "");
  for (const { column } of blank)
    problems.push({
      column,
      problem: "the key column is blank",
      howToFix: "every row needs its whole key: export the row again",
    });
  const key = cells.map(({ text }) => text).join("/");
  if (key.length <= LONGEST_KEY) return blank.length === 0 ? key : null;
  problems.push({
    column: columns[0] ?? null,
    problem: `the key is longer than ${LONGEST_KEY} characters`,
    howToFix: "check that the columns did not shift",
  });
  return null;
};

/** Reads when a row was last changed: the latest of its stamps that hold a date. */
export const compileStamp = (stamps: readonly MomentAt[] | undefined, place: Place): ValueReader<Moment> => {
  const readers = (stamps ?? []).map((at, index) => compileMoment(at, below(place, index)));
  return (record, problems) => {
    const moments = readers.map((read) => read(record, problems)).filter((moment) => moment !== null);
    return moments.reduce<Moment | null>(
      (latest, moment) => (latest === null || sortable(moment) > sortable(latest) ? moment : latest),
      null,
    );
  };
};

/** A moment as text whose order is the order of time; the empty text comes before all. */
export const sortable = (moment: Moment | null): string =>
  moment === null ? "" : `${moment.date}T${(moment.time ?? "00:00").padEnd(8, ":00")}`;
