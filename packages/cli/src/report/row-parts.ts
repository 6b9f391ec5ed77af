import { html, type Html, NOTHING } from "./html.ts";
import { VERIFICATION } from "./plain-words.ts";
import type { GroundRow, PersonNote, Subject } from "./report-row.ts";

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
