import { type Instant, Revision } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import type { NoticePlan } from "../notice-plan.ts";
import type { ObligationAdvance } from "../store/store-records.ts";
import { endByRevision } from "./end-by-revision.ts";
import type { NoticeActor } from "./notice-actor.ts";
import type { Obligation } from "./obligation.ts";
import type { OpenedEntry } from "./obligation-entry.ts";
import type { PersonTask } from "./person-task.ts";
import { taskOfPair } from "./task-of-pair.ts";
import { termsOfNotice } from "./terms-of-notice.ts";

/** A plan, and the obligations that are known of its persons and events. */
export type OpeningInput = {
  readonly plan: NoticePlan;
  /** Those of earlier plans; nothing that they cover is opened again. */
  readonly known: readonly Obligation[];
  readonly by: NoticeActor;
};

/** What a plan leads to: record all of it in one step. */
export type Openings = {
  readonly obligations: readonly OpenedEntry[];
  readonly tasks: readonly PersonTask[];
  readonly advances: readonly ObligationAdvance[];
};

/**
 * Turns a plan into obligations: each owed notice becomes one or more, each pair that needs a person becomes a task, and
 * what an event's revision ends is ended, with a correction wherever the notice may have been received and none is known for
 * it. The order of `known` changes nothing, and a plan opens nothing that is known.
 */
export const openObligations = (input: OpeningInput): Openings => {
  const { plan, known, by } = input;
  const ended = known.flatMap((obligation) => endByRevision(obligation, { plan, by }));
  const corrected = new Set(known.map(({ corrects }) => corrects?.obligation));
  const corrections = ended.flatMap(({ correction }) => (correction === null ? [] : [correction]));
  return {
    obligations: [
      ...noticesOf(input),
      ...corrections.filter(({ terms }) => !corrected.has(terms.corrects?.obligation)),
    ],
    tasks: plan.needsPerson.map((pair) => taskOfPair(pair, plan.now)),
    advances: ended.flatMap(({ obligation, command }) =>
      command === null ? [] : [{ obligation: obligation.id, expected: Revision.parse(obligation.revision), command }],
    ),
  };
};

const noticesOf = ({ plan, known }: OpeningInput): readonly OpenedEntry[] => {
  const coveredBy = rulesByNotice(known);
  return plan.owed.flatMap((pair) =>
    pair.notices.flatMap((notice) =>
      termsOfNotice(pair, notice, coveredBy.get(notice.id) ?? new Set()).map((terms) => opening(terms, plan.now)),
    ),
  );
};

const rulesByNotice = (known: readonly Obligation[]): ReadonlyMap<string, ReadonlySet<RuleId>> => {
  const notices = known.filter(({ kind }) => kind === "notice");
  return new Map(
    [...Map.groupBy(notices, ({ noticeId }) => noticeId)].map(([id, same]) => [
      id,
      new Set(same.flatMap(({ grounds }) => grounds.map(({ rule }) => rule))),
    ]),
  );
};

const opening = (terms: OpenedEntry["terms"], at: Instant): OpenedEntry => ({
  entry: "opened",
  obligation: terms.id,
  seq: 1,
  at,
  terms,
});
