import { isDeepStrictEqual } from "node:util";
import { invariant } from "@victim-rights/core";
import type { JsonObject } from "../feed/json.ts";
import type { EventContent } from "../mapping/draft.ts";
import type { Chain, StoredRow } from "./settle.ts";

/** One revision of one event, before it is checked and handed to the planner. */
export type RevisionDraft = {
  readonly id: string;
  readonly revision: number;
  readonly status: "active" | "withdrawn";
  readonly event: JsonObject;
  readonly row: StoredRow<EventContent>;
  readonly content: EventContent;
};

/** What a chain of corrections comes to. */
export type EventChain = {
  readonly id: string;
  readonly revisions: readonly RevisionDraft[];
  /** The last row, whether or not it is an event. */
  readonly last: StoredRow<EventContent>;
  /** Corrections that changed nothing that matters here. */
  readonly unchanged: number;
  /** Why the rows are no event, for rows that never were one. */
  readonly noNotice: readonly string[];
};

/** Reads a record's states as revisions of one event: a change is a new revision, a code that is no event withdraws it. */
export const eventChain = (chain: Chain<EventContent>): EventChain => {
  const revisions: RevisionDraft[] = [];
  const noNotice: string[] = [];
  let unchanged = 0;
  for (const state of chain.states) {
    const drafts = draftsOf(chain.key, state, revisions);
    noNotice.push(...drafts.noNotice);
    unchanged += drafts.unchanged;
    revisions.push(...drafts.revisions);
  }
  return { id: chain.key, revisions, last: lastRow(chain), unchanged, noNotice };
};

const lastRow = (chain: Chain<EventContent>): StoredRow<EventContent> => {
  const [row] = chain.states.at(-1) ?? [];
  invariant(row !== undefined, "a chain has at least one state");
  return row;
};

type StateDrafts = {
  readonly revisions: readonly RevisionDraft[];
  readonly unchanged: number;
  readonly noNotice: readonly string[];
};

const draftsOf = (
  id: string,
  state: readonly StoredRow<EventContent>[],
  before: readonly RevisionDraft[],
): StateDrafts => {
  const previous = before.at(-1) ?? null;
  const drafts = state.map((row) => draftOf(id, row, previous));
  const isContradictory = state.length > 1;
  const revisions = drafts.flatMap(({ draft }) =>
    draft === null || (!isContradictory && sameAs(draft, previous)) ? [] : [draft],
  );
  return {
    revisions,
    unchanged: drafts.filter(({ draft }) => draft !== null).length - revisions.length,
    noNotice: drafts.flatMap(({ noNotice }) => (noNotice === null ? [] : [noNotice])),
  };
};

type MaybeDraft = { readonly draft: RevisionDraft | null; readonly noNotice: string | null };

const draftOf = (id: string, row: StoredRow<EventContent>, previous: RevisionDraft | null): MaybeDraft => {
  const { content } = row;
  if (content === null) return { draft: null, noNotice: null };
  const event = eventOf(content, previous);
  if (event === null) return { draft: null, noNotice: content.noNotice };
  const status = content.withdrawn || content.said === null ? "withdrawn" : "active";
  const next = previous === null ? 1 : previous.revision + 1;
  return { draft: { id, revision: content.revision ?? next, status, event, row, content }, noNotice: null };
};

/** A code that never is an event takes back the event that the row reported before. */
const eventOf = (content: EventContent, previous: RevisionDraft | null): JsonObject | null =>
  content.said === null ? (previous?.event ?? null) : { ...content.base, ...content.said };

/** A correction that changes nothing an event says is no new revision: nobody is told twice. */
const sameAs = (draft: RevisionDraft, previous: RevisionDraft | null): boolean =>
  previous !== null &&
  draft.content.revision === null &&
  draft.status === previous.status &&
  isDeepStrictEqual(draft.event, previous.event);
