import { html, type Html, NOTHING } from "./html.ts";
import { VERIFICATION } from "./plain-words.ts";
import type { ReportModel, Shown } from "./report-model.ts";
import type { Band, GroundRow, OwedRow, Subject } from "./report-row.ts";

/** The notices that are owed, the soonest first. */
export const owedSection = ({ owed }: ReportModel): Html => html`<section>
<div class="head"><h2>Owed</h2><span class="count">${countWords(owed, "notice")}</span></div>
<p class="lede">What is due soonest comes first.</p>
<div class="card">${owed.rows.length === 0 ? html`<p class="empty">No notice is owed.</p>` : table(owed.rows)}</div>
${moreIn(owed, "notices.jsonl")}
</section>`;

const table = (rows: readonly OwedRow[]): Html => html`<table>
<colgroup><col style="width:23%"><col style="width:21%"><col style="width:17%"><col style="width:39%"></colgroup>
<thead><tr><th>When</th><th>About</th><th>Who must tell</th><th>Why, and how</th></tr></thead>
<tbody>${rows.map(row)}</tbody>
</table>`;

const BANDS: Readonly<Record<Band, string>> = { "late": "Late", "day": "Today", "open": "Open", "not-yet": "Not yet" };

const row = (each: OwedRow): Html => html`<tr class="${each.band}">
<td><p><span class="chip">${BANDS[each.band]}</span></p><p class="lead">${each.lead}</p>${each.detail === null ? NOTHING : html`<p class="small">${each.detail}</p>`}</td>
<td>${subject(each)}</td>
<td><p>${each.tells}</p><p class="small">By ${each.methods}</p>${each.problem === null ? NOTHING : html`<p class="small warn">${each.problem}</p>`}</td>
<td>${groundList(each.grounds)}${[...each.ifMissed, ...each.notes].map((note) => html`<p class="small">${note}</p>`)}</td>
</tr>
`;

/** Whom and what a row is about, by ids. */
export const subject = (each: Subject): Html => html`<p class="lead">${each.event}</p>${each.eventWhen === null ? NOTHING : html`<p>${each.eventWhen}</p>`}
<p class="small">Tell <span class="id">${each.personId}</span><br>about <span class="id">${each.supervisedPersonId}</span></p>`;

export const groundList = (grounds: readonly GroundRow[]): Html =>
  html`<ul>${grounds.map(
    ({ title, cites, verified, notes }) =>
      html`<li>${title}<br><span class="small">${cites} <span class="mark ${verified}" title="${VERIFICATION[verified].words}">${VERIFICATION[verified].mark} ${VERIFICATION[verified].words}</span></span>${notes.map((note) => html`<br><span class="small">${note}</span>`)}</li>`,
  )}</ul>`;

export const countWords = ({ total }: Shown<unknown>, noun: string): string => `${total.toLocaleString("en-US")} ${total === 1 ? noun : `${noun}s`}`;

/** Says where the rest is, when a list is too long for a page. */
export const moreIn = ({ rows, total }: Shown<unknown>, file: string): Html =>
  rows.length < total ? html`<p class="small legend">The first ${rows.length.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}; ${file} has them all.</p>` : NOTHING;
