import { html, type Html, trusted } from "./html.ts";
import { needsSection } from "./needs-section.ts";
import { notOwedSection, rejectsSection } from "./other-sections.ts";
import { owedSection } from "./owed-section.ts";
import { VERIFICATION } from "./plain-words.ts";
import type { ReportModel } from "./report-model.ts";
import { REPORT_STYLE } from "./report-style.ts";

/** Writes the report as one page that needs nothing else: no script, no font, no image from elsewhere. */
export const renderReport = (model: ReportModel): string => {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Notices for ${model.day}: ${model.state}</title>
        <style>
          ${trusted(REPORT_STYLE)}
        </style>
      </head>
      <body>
        <main>
          ${header(model)} ${owedSection(model)} ${needsSection(model)} ${rejectsSection(model)}
          ${notOwedSection(model)} ${footer(model)}
        </main>
      </body>
    </html> `;
  return page.html;
};

const header = (model: ReportModel): Html =>
  html`<header>
    <p class="kicker">${model.state} · victim notices</p>
    <h1>${model.day}</h1>
    <p class="lede">Planned for ${model.moment}. ${model.dataAge} All times are local (${model.zone}).</p>
    ${tiles(model)}
    <p class="sum">${sumWords(model)}</p>
  </header>`;

/** The lists add up to the pairs, and say so. */
const sumWords = ({ totals: { pairs, owed, needsPerson, notOwed } }: ReportModel): string =>
  `${pairs} ${pairs === 1 ? "pair" : "pairs"} of a person and an event = ${owed} owed + ${needsPerson} for a person + ${notOwed} not owed`;

const tiles = ({ totals }: ReportModel): Html =>
  html`<ul class="tiles">
    ${tile("owed", totals.notices, totals.notices === 1 ? "notice owed" : "notices owed")}
    ${tile(totals.late === 0 ? "" : "late", totals.late, "of them late")}
    ${tile(totals.needsPerson === 0 ? "" : "ask", totals.needsPerson, totals.needsPerson === 1 ? "needs a person" : "need a person")}
    ${tile("", totals.notOwed, "not owed")}
    ${tile(totals.rejectedRows === 0 ? "" : "ask", totals.rejectedRows, totals.rejectedRows === 1 ? "row rejected" : "rows rejected")}
  </ul>`;

const tile = (kind: string, count: number, label: string): Html =>
  html`<li class="tile ${kind}"><b>${count.toLocaleString("en-US")}</b><span>${label}</span></li>`;

const footer = ({ totals }: ReportModel): Html =>
  html`<footer>
    <p>
      How well each provision was checked:
      ${Object.values(VERIFICATION).map(({ mark, words }) => html`<span class="mark">${mark}</span> ${words} &nbsp; `)}
    </p>
    <p>
      ${totals.rows.toLocaleString("en-US")} rows read from ${totals.files.length} files: ${totals.events} events,
      ${totals.offenses} offenses, ${totals.registrations} registrations (${totals.registrationsWithoutEvent} about
      people of whom these files report no event), ${totals.duplicates} repeated rows.
    </p>
    <p>
      Addresses and numbers are not on this page; they are in notices.jsonl. An answer here is the law as the rule files
      state it, not legal advice.
    </p>
  </footer>`;
