import { type Group, groupRows } from "./group-rows.ts";
import { html, type Html, NOTHING } from "./html.ts";
import type { ReportModel } from "./report-model.ts";
import type { Band, OwedRow } from "./report-row.ts";
import { capital, groundList, peopleList, subject } from "./row-parts.ts";
import { rowsSection } from "./rows-section.ts";

/** The notices that are owed, the soonest first. */
export const owedSection = ({ owed }: ReportModel): Html =>
  rowsSection(owed, {
    title: "Owed",
    noun: "notice",
    lede: "What is due soonest comes first.",
    empty: "No notice is owed.",
    file: "notices.jsonl",
    table,
  });

const table = (rows: readonly OwedRow[]): Html =>
  html`<table>
    <colgroup>
      <col style="width:21%" />
      <col style="width:20%" />
      <col style="width:23%" />
      <col style="width:36%" />
    </colgroup>
    <thead>
      <tr>
        <th>When</th>
        <th>Event</th>
        <th>Tell</th>
        <th>Who must, and why</th>
      </tr>
    </thead>
    <tbody>
      ${groupRows(rows).map(groupRow)}
    </tbody>
  </table>`;

const BANDS: Readonly<Record<Band, string>> = {
  late: "Late",
  day: "Within 24 hours",
  now: "No set time",
  open: "Open",
  "not-yet": "Not yet",
};

const groupRow = ({ row, people }: Group<OwedRow>): Html =>
  html`<tr class="${row.band}">
    <td>
      <p><span class="chip">${BANDS[row.band]}</span></p>
      <p class="lead">${capital(row.lead)}</p>
      ${row.detail === null ? NOTHING : html`<p class="small">${row.detail}</p>`}
    </td>
    <td>${subject(row)}</td>
    <td>${peopleList(people)}</td>
    <td>
      <p class="lead">${capital(row.tells)}</p>
      ${groundList(row.grounds)}${row.ifMissed.map((note) => html`<p class="small">${note}</p>`)}
    </td>
  </tr> `;
