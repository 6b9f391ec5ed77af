import { type Group, groupRows } from "./group-rows.ts";
import { html, type Html, NOTHING } from "./html.ts";
import type { ReportModel } from "./report-model.ts";
import type { NeedsRow } from "./report-row.ts";
import { capital, groundList, peopleList, subject } from "./row-parts.ts";
import { rowsSection } from "./rows-section.ts";

/** What a person must look at: why, whom to ask, what to ask, before when. */
export const needsSection = ({ needs }: ReportModel): Html =>
  rowsSection(needs, {
    title: "Needs a person",
    noun: "pair",
    lede: "The law may owe a notice here. Nothing is sent and nothing is ruled out until someone has looked.",
    empty: "Nothing waits for a person.",
    file: "needs-a-person.jsonl",
    table,
  });

const table = (rows: readonly NeedsRow[]): Html =>
  html`<table>
    <colgroup>
      <col style="width:21%" />
      <col style="width:20%" />
      <col style="width:29%" />
      <col style="width:30%" />
    </colgroup>
    <thead>
      <tr>
        <th>Decide before</th>
        <th>Event</th>
        <th>Ask</th>
        <th>For whom, and what may be owed</th>
      </tr>
    </thead>
    <tbody>
      ${groupRows(rows).map(groupRow)}
    </tbody>
  </table>`;

const groupRow = ({ row, people }: Group<NeedsRow>): Html =>
  html`<tr${row.isLate ? html` class="late"` : NOTHING}>
<td>${row.isLate ? html`<p><span class="chip">Late</span></p>` : NOTHING}<p class="lead">${capital(row.before ?? "as soon as possible")}</p><p class="small">${row.beforeDetail}</p></td>
<td>${subject(row)}</td>
<td><p class="lead">${capital(row.ask)}</p><p class="small">${row.cause}</p>${
    row.questions.length === 0
      ? NOTHING
      : html`<ul>
          ${row.questions.map((question) => html`<li>${question}</li>`)}
        </ul>`
  }</td>
<td>${peopleList(people)}${groundList(row.possible)}</td>
</tr>
`;
