import type { Reject } from "../feed/reject.ts";
import { html, type Html, NOTHING } from "./html.ts";

import type { ReportModel } from "./report-model.ts";
import type { NotOwedRow } from "./report-row.ts";
import { countWords, moreIn } from "./rows-section.ts";

/** Rows of the files that could not be read: where, what is wrong, what to do. */
export const rejectsSection = ({ rejects }: ReportModel): Html =>
  rejects.total === 0
    ? NOTHING
    : html`<section>
        <div class="head">
          <h2>Rejected rows</h2>
          <span class="count">${countWords(rejects, "problem")}</span>
        </div>
        <p class="lede">
          These rows stopped nothing else. Until they are put right, the people they are about may be missing from this
          plan.
        </p>
        <div class="card">
          <table>
            <colgroup>
              <col style="width:30%" />
              <col style="width:35%" />
              <col style="width:35%" />
            </colgroup>
            <thead>
              <tr>
                <th>Where</th>
                <th>Problem</th>
                <th>How to put it right</th>
              </tr>
            </thead>
            <tbody>
              ${rejects.rows.map(rejectRow)}
            </tbody>
          </table>
        </div>
        ${moreIn(rejects, "rejects.jsonl")}
      </section>`;

const rejectRow = ({ file, row, column, problem, howToFix }: Reject): Html =>
  html`<tr>
    <td>
      <p class="lead">${file}</p>
      <p class="small">row ${row}${column === null ? "" : `, column ${column}`}</p>
    </td>
    <td>${problem}</td>
    <td>${howToFix}</td>
  </tr> `;

/** What is not owed, folded away, kept for whoever asks why. */
export const notOwedSection = ({ notOwed }: ReportModel): Html =>
  html`<section>
    <div class="head">
      <h2>Not owed</h2>
      <span class="count">${countWords(notOwed, "pair")}</span>
    </div>
    <div class="card">
      ${
        notOwed.rows.length === 0
          ? html`<p class="empty">Every pair is owed a notice or waits for a person.</p>`
          : html`<details>
              <summary>Show each with its reason</summary>
              ${table(notOwed.rows)}
            </details>`
      }
    </div>
    ${moreIn(notOwed, "not-owed.jsonl")}
  </section>`;

const table = (rows: readonly NotOwedRow[]): Html =>
  html`<table>
    <colgroup>
      <col style="width:20%" />
      <col style="width:30%" />
      <col style="width:50%" />
    </colgroup>
    <thead>
      <tr>
        <th>Person</th>
        <th>Event</th>
        <th>Reason</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(notOwedRow)}
    </tbody>
  </table>`;

const notOwedRow = (each: NotOwedRow): Html =>
  html`<tr>
    <td>
      <p class="id">${each.personId}</p>
      <p class="small">about ${each.supervisedPersonId}</p>
    </td>
    <td>
      <p>${each.event}</p>
      <p class="small">${each.eventWhen}</p>
    </td>
    <td>
      <p>${each.reason}</p>
      ${each.notes.map((note) => html`<p class="small">${note}</p>`)}
    </td>
  </tr> `;
