import { join } from "node:path";
import Table from "cli-table3";
import { formatReject } from "../feed/reject.ts";
import { type Io, say } from "../io/io.ts";
import { type Style, styleFor } from "../io/style.ts";
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
  say(io, style("dim", `${model.dataAge} Times are local (${model.zone}).`));
  printOwed(io, model, style);
  printNeeds(io, model, style);
  printRejects(io, model, style);
  for (const line of totalLines(model.totals)) say(io, line);
  say(io, style("dim", `written to ${out}: ${[...OUTPUTS, "report.html"].map((name) => join("", name)).join(", ")}`));
};

const BORDERLESS = { "top": "", "top-mid": "", "top-left": "", "top-right": "", "bottom": "", "bottom-mid": "", "bottom-left": "", "bottom-right": "", "left": "", "left-mid": "", "mid": "", "mid-mid": "", "right": "", "right-mid": "", "middle": " " } as const;

type Row = readonly string[];

/** A table without lines, whose columns together are at most 100 wide. */
const tableOf = (head: Row, widths: readonly number[], rows: readonly Row[]): string => {
  const table = new Table({ head: [...head], colWidths: [...widths], wordWrap: true, wrapOnWordBoundary: true, chars: BORDERLESS, style: { "padding-left": 0, "padding-right": 0, "head": [], "border": [], "compact": true } });
  for (const row of rows) table.push([...row]);
  return table.toString().split("\n").map((line) => line.trimEnd()).join("\n");
};

const COLOUR = { "late": "red", "day": "yellow", "open": "green", "not-yet": "dim" } as const satisfies Readonly<Record<Band, string>>;

const printOwed = (io: Io, { owed }: ReportModel, style: Style): void => {
  if (owed.total === 0) return;
  const rows = owed.rows.slice(0, SHOWN.owed);
  say(io);
  say(io, tableOf(["Send by", "Tell", "About", "Event", "Who must tell", "Because of"].map((title) => style("dim", title)), [18, 13, 12, 17, 15, 20], rows.map((row) => owedCells(row, style))));
  if (owed.total > rows.length) say(io, style("dim", `and ${owed.total - rows.length} more in notices.jsonl`));
};

const owedCells = (row: OwedRow, style: Style): Row => [style(COLOUR[row.band], row.brief), row.personId, row.supervisedPersonId, row.event, row.tells, row.grounds.map(({ cites }) => cites).join("; ")];

const printNeeds = (io: Io, { needs }: ReportModel, style: Style): void => {
  if (needs.total === 0) return;
  const rows = needs.rows.slice(0, SHOWN.needs);
  say(io);
  say(io, tableOf(["A person decides", "About", "Event", "Ask", "What"].map((title) => style("dim", title)), [22, 15, 17, 15, 27], rows.map(needsCells)));
  if (needs.total > rows.length) say(io, style("dim", `and ${needs.total - rows.length} more in needs-a-person.jsonl`));
};

const needsCells = (row: NeedsRow): Row => [
  row.before === null ? "as soon as possible" : `before ${row.before}`,
  `${row.personId} / ${row.supervisedPersonId}`,
  row.event,
  row.ask,
  row.questions[0] ?? row.cause,
];

const printRejects = (io: Io, { rejects }: ReportModel, style: Style): void => {
  if (rejects.total === 0) return;
  const rows = rejects.rows.slice(0, SHOWN.rejects);
  say(io);
  for (const reject of rows) say(io, `${style("yellow", "rejected")} ${formatReject(reject)}`);
  if (rejects.total > rows.length) say(io, style("dim", `and ${rejects.total - rows.length} more in rejects.jsonl`));
};

/** Every line adds up, and says so. */
export const totalLines = (totals: PlanTotals): readonly string[] => [
  "",
  `rows: ${totals.rows} read, ${totals.rejectedRows} rejected, ${totals.duplicates} repeated, ${totals.unchanged} corrections without a change`,
  ...Object.entries(totals.noNotice).map(([reason, count]) => `  ${count} never a notice: ${reason}`),
  ...Object.entries(totals.joined).map(([reason, count]) => `  ${count} read together with another: ${reason}`),
  `registrations: ${totals.registrations} = ${totals.registrations - totals.registrationsWithoutEvent} about people with an event + ${totals.registrationsWithoutEvent} about people without one`,
  `pairs: ${totals.pairs} = ${totals.owed} owed + ${totals.needsPerson} for a person + ${totals.notOwed} not owed; ${totals.notices} notices, ${totals.late} late`,
];
