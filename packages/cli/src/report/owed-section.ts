import { type Group, groupRows } from "./group-rows.ts";
import { html, type Html, NOTHING } from "./html.ts";
import { VERIFICATION } from "./plain-words.ts";
import type { ReportModel, Shown } from "./report-model.ts";
import type { Band, GroundRow, OwedRow, PersonNote, Subject } from "./report-row.ts";

/** The notices that are owed, the soonest first. */
export const owedSection = ({ owed }: ReportModel): Html =>
  html`<section>
    <div class="head">
      <h2>Owed</h2>
      <span class="count">${countWords(owed, "notice")}</span>
    </div>
    <p class="lede">What is due soonest comes first.</p>
    <div class="card">${owed.rows.length === 0 ? html`<p class="empty">No notice is owed.</p>` : table(owed.rows)}</div>
    ${moreIn(owed, "notices.jsonl")}
  </section>`;

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

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a row is about, by ids. */
export const subject = (each: Subject): Html =>
  html`<p class="lead">${each.event}</p>
    ${each.eventWhen === null ? NOTHING : html`<p>${each.eventWhen}</p>`}
    <p class="small">About <span class="id">${each.supervisedPersonId}</span></p>`;

/** The people of a row, each with what is theirs alone. */
export const peopleList = (people: readonly PersonNote[]): Html =>
  html`<ul>
    ${people.map(personItem)}
  </ul>`;

const personItem = ({ personId, methods, problem, notes }: PersonNote): Html =>
  html`<li>
    <span class="id">${personId}</span
    >${methods === null ? NOTHING : html` <span class="small">${methods}</span>`}${problem === null ? NOTHING : html`<br /><span class="small warn">${problem}</span>`}${notes.map((note) => html`<br /><span class="small">${note}</span>`)}
  </li>`;

export const groundList = (grounds: readonly GroundRow[]): Html =>
  html`<ul>
    ${grounds.map(groundItem)}
  </ul>`;

const groundItem = ({ title, cites, verified, notes }: GroundRow): Html => {
  const { mark, words } = VERIFICATION[verified];
  return html`<li>
    ${title}<br /><span class="small">${cites} <span class="mark ${verified}">${mark} ${words}</span></span
    >${notes.map(
      ({ label, text }) =>
        html`<details class="note">
          <summary>${label}</summary>
          ${text}
        </details>`,
    )}
  </li>`;
};

export const countWords = ({ total }: Shown<unknown>, noun: string): string =>
  `${total.toLocaleString("en-US")} ${total === 1 ? noun : `${noun}s`}`;

/** Says where the rest is, when a list is too long for a page. */
export const moreIn = ({ rows, total }: Shown<unknown>, file: string): Html =>
  rows.length < total
    ? html`<p class="small legend">
        The first ${rows.length.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}; ${file} has them all.
      </p>`
    : NOTHING;
