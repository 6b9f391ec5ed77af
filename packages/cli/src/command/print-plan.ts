import Table from "cli-table3";
import { formatReject } from "../feed/reject.ts";
import { type Io, say } from "../io/io.ts";
import { type Style, styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";
import { type Group, groupRows } from "../report/group-rows.ts";
import { OUTPUTS } from "../plan/output-files.ts";
import type { PlanTotals } from "../plan/plan-totals.ts";
import type { ReportModel } from "../report/report-model.ts";
import type { Band, NeedsRow, OwedRow } from "../report/report-row.ts";

/** How many rows of each list a terminal shows. */
const SHOWN = { owed: 20, needs: 10, rejects: 5 } as const;

/** Prints a plan within 100 columns: what is due soonest, what waits for a person, what was rejected, and totals that add up. */
export const printPlan = (io: Io, model: ReportModel, out: string): void => {
  const style = styleFor(io);
  say(io, style("bold", `${model.state}: notices for ${model.day}`));
  for (const line of wrap(`${model.dataAge} Times are local (${model.zone}).`)) say(io, style("dim", line));
  printOwed(io, model, style);
  printNeeds(io, model, style);
  printRejects(io, model, style);
  say(io);
  for (const line of totalLines(model.totals).flatMap(wrap)) say(io, line);
  for (const line of wrap(`written to ${out}: ${[...OUTPUTS, "report.html"].join(", ")}`)) say(io, style("dim", line));
};

const BORDERLESS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
} as const;

type Row = readonly string[];
type Column = { readonly title: string; readonly width: number };

/** A table without lines: one line a row, what is too long ends in an ellipsis. */
const tableOf = (columns: readonly Column[], rows: readonly Row[]): string => {
  const table = new Table({
    head: columns.map(({ title }) => title),
    colWidths: columns.map(({ width }) => width),
    chars: BORDERLESS,
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
  });
  for (const row of rows) table.push([...row]);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
};

const COLOUR = { late: "red", day: "yellow", now: "cyan", open: "green", "not-yet": "dim" } as const satisfies Readonly<
  Record<Band, string>
>;

/** Widths and the blanks between them add up to 100. */
const DUE: Column = { title: "Due", width: 18 };
const PERSON: Column = { title: "Person", width: 14 };
const ABOUT: Column = { title: "About", width: 9 };
const EVENT: Column = { title: "Event", width: 16 };
const BEARER: Column = { title: "Who must tell", width: 17 };
const LAW: Column = { title: "Because of", width: 21 };
const ASK: Column = { title: "Ask", width: 16 };
const WHAT: Column = { title: "What", width: 39 };

const printOwed = (io: Io, { owed }: ReportModel, style: Style): void => {
  if (owed.total === 0) return;
  const groups = groupRows(owed.rows).slice(0, SHOWN.owed);
  say(io);
  say(io, style("bold", "Owed"));
  say(
    io,
    tableOf(
      [DUE, PERSON, ABOUT, EVENT, BEARER, LAW],
      groups.map((group) => owedCells(group, style)),
    ),
  );
  sayRest(io, owed.total - peopleIn(groups), { file: "notices.jsonl", style });
};

const owedCells = ({ row, people }: Group<OwedRow>, style: Style): Row => [
  style(COLOUR[row.band], row.brief),
  andMore(
    people.map(({ personId }) => personId),
    PERSON,
  ),
  row.supervisedPersonId,
  // A schedule's event is known by what is scheduled.
  row.event.replace(/ scheduled\b/u, ""),
  andMore(row.tells.split(" or "), BEARER),
  andMore(
    row.grounds.flatMap(({ cites }) => cites.split("; ")),
    LAW,
  ),
];

/** The first of several, and how many more, cut to a column's width. */
const andMore = ([first = "", ...others]: readonly string[], { width }: Column): string => {
  const rest = others.length === 0 ? "" : ` +${others.length}`;
  const room = width - rest.length;
  return `${first.length <= room ? first : `${first.slice(0, room - 1)}…`}${rest}`;
};

const peopleIn = (groups: readonly Group<unknown>[]): number =>
  groups.reduce((sum, { people }) => sum + people.length, 0);

type Rest = { readonly file: string; readonly style: Style };

const sayRest = (io: Io, count: number, { file, style }: Rest): void => {
  if (count > 0) say(io, style("dim", `and ${count} more in ${file}`));
};

const printNeeds = (io: Io, { needs }: ReportModel, style: Style): void => {
  if (needs.total === 0) return;
  const groups = groupRows(needs.rows).slice(0, SHOWN.needs);
  say(io);
  say(io, style("bold", "Needs a person"));
  say(
    io,
    tableOf(
      [DUE, PERSON, ABOUT, ASK, WHAT],
      groups.map((group) => needsCells(group, style)),
    ),
  );
  sayRest(io, needs.total - peopleIn(groups), { file: "needs-a-person.jsonl", style });
};

const needsCells = ({ row, people }: Group<NeedsRow>, style: Style): Row => [
  row.isLate ? style("red", row.brief) : row.brief,
  andMore(
    people.map(({ personId }) => personId),
    PERSON,
  ),
  row.supervisedPersonId,
  row.ask,
  row.questions[0] ?? row.cause,
];

const printRejects = (io: Io, { rejects }: ReportModel, style: Style): void => {
  if (rejects.total === 0) return;
  const rows = rejects.rows.slice(0, SHOWN.rejects);
  say(io);
  say(io, style("bold", "Rejected"));
  for (const reject of rows) for (const line of wrap(formatReject(reject))) say(io, line);
  sayRest(io, rejects.total - rows.length, { file: "rejects.jsonl", style });
};

/** Every line adds up, and says so. */
const totalLines = (totals: PlanTotals): readonly string[] => [
  `rows: ${totals.rows} read, ${totals.rejectedRows} rejected, ${totals.duplicates} repeated, ${totals.unchanged} corrections without a change`,
  ...Object.entries(totals.noNotice).map(([reason, count]) => `  ${count} never a notice: ${reason}`),
  ...Object.entries(totals.joined).map(([reason, count]) => `  ${count} read together with another: ${reason}`),
  `registrations: ${totals.registrations} = ${totals.registrations - totals.registrationsWithoutEvent} about people with an event + ${totals.registrationsWithoutEvent} about people without one`,
  `pairs: ${totals.pairs} = ${totals.owed} owed + ${totals.needsPerson} for a person + ${totals.notOwed} not owed; ${totals.notices} notices, ${totals.late} late`,
];
