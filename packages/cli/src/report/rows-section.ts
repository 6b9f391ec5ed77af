import { html, type Html, NOTHING } from "./html.ts";
import type { Shown } from "./report-model.ts";

/** What tells one list of rows from another. */
export type RowsSection<Row> = {
  readonly title: string;
  readonly noun: string;
  readonly lede: string;
  readonly empty: string;
  /** The file that has every row, when the page does not. */
  readonly file: string;
  readonly table: (rows: readonly Row[]) => Html;
};

/** A list of rows under its heading, with its count, and where the rest of it is. */
export const rowsSection = <Row>(shown: Shown<Row>, section: RowsSection<Row>): Html =>
  html`<section>
    <div class="head">
      <h2>${section.title}</h2>
      <span class="count">${countWords(shown, section.noun)}</span>
    </div>
    <p class="lede">${section.lede}</p>
    <div class="card">
      ${shown.rows.length === 0 ? html`<p class="empty">${section.empty}</p>` : section.table(shown.rows)}
    </div>
    ${moreIn(shown, section.file)}
  </section>`;

export const countWords = ({ total }: Shown<unknown>, noun: string): string =>
  `${total.toLocaleString("en-US")} ${total === 1 ? noun : `${noun}s`}`;

/** Says where the rest is, when a list is too long for a page. */
export const moreIn = ({ rows, total }: Shown<unknown>, file: string): Html =>
  rows.length < total
    ? html`<p class="small legend">
        The first ${rows.length.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}; ${file} has them all.
      </p>`
    : NOTHING;
