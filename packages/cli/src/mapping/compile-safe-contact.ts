import type { JsonObject } from "../feed/json.ts";
import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import { below, type Place } from "./compile-context.ts";
import { compileField } from "./compile-field.ts";
import type { SafeContactAt } from "./contact-at.ts";
import { readTime, type TimeFormat } from "./read-time.ts";
import type { Target } from "./target.ts";

const BOOLEAN: Target = { type: "boolean" };

/** Reads what the person has said is safe. Where nothing was said about messages, none is left. */
export const compileSafeContact = (
  at: SafeContactAt,
  place: Place,
): ((record: FeedRecord, problems: CellProblem[]) => JsonObject) => {
  const noMessage =
    at.doNotLeaveMessage === undefined
      ? () => null
      : compileField(at.doNotLeaveMessage, BOOLEAN, below(place, "doNotLeaveMessage"));
  const neverUse = at.neverUse.map(({ method, when }, index) => ({
    method,
    when: compileField(when, BOOLEAN, below(below(place, "neverUse"), index)),
  }));
  return (record, problems) => ({
    hours: at.hours === undefined ? [] : readHours(at.hours, record, problems),
    doNotLeaveMessage: noMessage(record, problems) ?? true,
    neverUse: neverUse.filter(({ when }) => when(record, problems) === true).map(({ method }) => method),
    alternate: at.alternate === undefined ? null : record.cell(at.alternate.column) || null,
  });
};

type Hours = NonNullable<SafeContactAt["hours"]>;

const readHours = ({ from, to }: Hours, record: FeedRecord, problems: CellProblem[]): readonly JsonObject[] => {
  const opens = readHour(from, record, problems);
  const closes = readHour(to, record, problems);
  if (opens !== null && closes !== null) return [{ from: opens, to: closes }];
  if (opens === null && closes === null) return [];
  problems.push({
    column: opens === null ? from.column : to.column,
    problem: "one end of the safe hours is missing",
    howToFix: "give both ends, or leave both blank where no limit was stated",
  });
  return [];
};

const readHour = (
  at: { readonly column: string; readonly format: TimeFormat },
  record: FeedRecord,
  problems: CellProblem[],
): string | null => {
  const text = record.cell(at.column);
  if (text === "") return null;
  const time = readTime(text, at.format);
  if (time === null)
    problems.push({
      column: at.column,
      problem: `not a time written as ${at.format}`,
      howToFix: "correct the time, or leave both ends blank",
    });
  return time === null ? null : time.slice(0, 5);
};
