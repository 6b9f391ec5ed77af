import { html, type Html, NOTHING } from "./html.ts";
import { countWords, groundList, moreIn, subject } from "./owed-section.ts";
import type { ReportModel } from "./report-model.ts";
import type { NeedsRow } from "./report-row.ts";

/** What a person must look at: why, whom to ask, what to ask, before when. */
export const needsSection = ({ needs }: ReportModel): Html => html`<section>
<div class="head"><h2>Needs a person</h2><span class="count">${countWords(needs, "pair")}</span></div>
<p class="lede">The law may owe a notice here. Nothing is sent and nothing is ruled out until someone has looked.</p>
<div class="card">${needs.rows.length === 0 ? html`<p class="empty">Nothing waits for a person.</p>` : table(needs.rows)}</div>
${moreIn(needs, "needs-a-person.jsonl")}
</section>`;

const table = (rows: readonly NeedsRow[]): Html => html`<table>
<colgroup><col style="width:23%"><col style="width:21%"><col style="width:26%"><col style="width:30%"></colgroup>
<thead><tr><th>Before</th><th>About</th><th>Ask</th><th>What may be owed</th></tr></thead>
<tbody>${rows.map(row)}</tbody>
</table>`;

const row = (each: NeedsRow): Html => html`<tr${each.isLate ? html` class="late"` : NOTHING}>
<td>${each.isLate ? html`<p><span class="chip">Late</span></p>` : NOTHING}<p class="lead">${beforeLead(each)}</p><p class="small">${each.beforeDetail}</p></td>
<td>${subject(each)}</td>
<td><p class="lead">${each.ask}</p><p class="small">${each.cause}</p>${each.questions.length === 0 ? NOTHING : html`<ul>${each.questions.map((question) => html`<li>${question}</li>`)}</ul>`}</td>
<td>${groundList(each.possible)}${each.notes.map((note) => html`<p class="small">${note}</p>`)}</td>
</tr>
`;

const beforeLead = ({ before }: NeedsRow): string => (before === null ? "As soon as possible" : before.charAt(0).toUpperCase() + before.slice(1));
