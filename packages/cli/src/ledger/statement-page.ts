import { html, type Html, NOTHING, trusted } from "../report/html.ts";
import { REPORT_STYLE } from "../report/report-style.ts";
import { balanceChart } from "./balance-chart.ts";
import { money } from "./entries-in-words.ts";
import { cellText } from "./print-statement.ts";
import type { Cell, StatementModel, StatementTable } from "./statement-model.ts";
import { STATEMENT_STYLE } from "./statement-style.ts";

/** Writes a statement as one page that needs nothing else: no script, no font, no image from elsewhere. */
export const statementPage = (model: StatementModel): string => {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Restitution statement ${model.id}, ${model.asOf}</title>
        <style>
          ${trusted(REPORT_STYLE)}${trusted(STATEMENT_STYLE)}
        </style>
      </head>
      <body>
        <main>
          ${header(model)} ${chartSection(model)} ${linesSection(model)} ${debtsSection(model)} ${footer(model)}
        </main>
      </body>
    </html> `;
  return page.html;
};

const header = ({ state, name, id, from, asOf, knownOn, totals }: StatementModel): Html =>
  html`<header>
    <p class="kicker">${state} · restitution statement</p>
    <h1>${name}</h1>
    <p class="lede">
      ${id}. ${from === null ? "" : `From ${from}, `}${from === null ? "As" : "as"} of the end of ${asOf}.
      ${knownOn === null ? "Corrections that were recorded since are in it." : `As it was known at the end of ${knownOn}: corrections recorded later are not in it.`}
    </p>
    <ul class="tiles">
      ${totals.map(({ label, cents }) => html`<li class="tile"><b>${money(cents)}</b><span>${label}</span></li>`)}
    </ul>
  </header>`;

const chartSection = ({ balance: { label, points } }: StatementModel): Html =>
  points.length === 0
    ? NOTHING
    : html`<section>
        <div class="head">
          <h2>Balance over time</h2>
          <span class="count">${label}</span>
        </div>
        <div class="card">${balanceChart(points, label)}</div>
      </section>`;

const linesSection = ({ lines }: StatementModel): Html =>
  html`<section>
    <div class="head">
      <h2>What happened</h2>
      <span class="count">amounts as they stood after each line</span>
    </div>
    <div class="card">
      ${lines.rows.length === 0 ? html`<p class="empty">Nothing up to this day.</p>` : table(lines, LINE_WIDTHS)}
    </div>
  </section>`;

const debtsSection = ({ debts }: StatementModel): Html =>
  debts.rows.length === 0
    ? NOTHING
    : html`<section>
        <div class="head">
          <h2>Debts</h2>
          <span class="count">at the end of the day</span>
        </div>
        <div class="card">${table(debts, DEBT_WIDTHS)}</div>
      </section>`;

const LINE_WIDTHS = [12, 8, 38, 14, 14, 14];
const DEBT_WIDTHS = [26, 14, 15, 15, 15, 15];

const table = ({ columns, rows }: StatementTable, widths: readonly number[]): Html =>
  html`<table>
    <colgroup>
      ${widths.map((width) => html`<col style="width:${width}%" />`)}
    </colgroup>
    <thead>
      <tr>
        ${columns.map(({ name, isMoney }) => html`<th scope="col" class="${isMoney ? "money" : ""}">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, at) => cellOf(cell, columns[at]))}
          </tr> `,
      )}
    </tbody>
  </table>`;

const cellOf = (cell: Cell, column: StatementTable["columns"][number] | undefined): Html =>
  html`<td class="${column?.isMoney === true ? "money" : ""}" data-name="${column?.name ?? ""}">${cellText(cell)}</td>`;

const footer = ({ whose }: StatementModel): Html =>
  html`<footer>
    <p>
      Entries are never changed or taken away: a mistake is mended by an entry that takes it back, and both stay on the
      statement.
    </p>
    <p>
      ${
        whose === "payee"
          ? "Nothing about anybody else who is owed money is on this page. Ask the agency why an amount is what it is: every cent has its ground on record."
          : "Nobody who is owed money is named on this page. A debt that several people owe together is collected once."
      }
    </p>
  </footer>`;
