import type { NoticePlan, Pair } from "../notice-plan.ts";
import type { ObligationId, PersonTaskId } from "../obligation/ids.ts";
import type { NoticeActor } from "../obligation/notice-actor.ts";
import { isOpen, type Obligation } from "../obligation/obligation.ts";
import type { NoticeSubject } from "../obligation/obligation-terms.ts";
import { openObligations } from "../obligation/open-obligations.ts";
import type { PersonTask } from "../obligation/person-task.ts";

/** What the record holds, against what the custody source says today: `plan` is planned anew from all of the source. */
export type ReconcileInput = {
  readonly plan: NoticePlan;
  readonly obligations: readonly Obligation[];
  /** Answered ones included: a task that was answered is not missing. */
  readonly tasks: readonly PersonTask[];
  readonly by: NoticeActor;
};

/** Where the record and the source differ. All lists are empty when they do not. */
export type Reconciliation = {
  /** Owed by what the source says, and in no record: nobody was going to be told. */
  readonly missingObligations: readonly ObligationId[];
  /** For a person to decide by what the source says, and in no queue. */
  readonly missingTasks: readonly PersonTaskId[];
  /** Still open although the source has revised or withdrawn the event. */
  readonly outdated: readonly ObligationId[];
  /** Open, and about a person and an event that the source does not have: who is right, a person must find out. */
  readonly unknownToSource: readonly ObligationId[];
  readonly compared: { readonly pairs: number; readonly obligations: number; readonly tasks: number };
};

/** Compares the record with the source. It changes nothing: what it finds is for a person, or for recording the plan. */
export const reconcile = ({ plan, obligations, tasks, by }: ReconcileInput): Reconciliation => {
  const openings = openObligations({ plan, known: obligations, by });
  const raised = new Set(tasks.map(({ id }) => id));
  const inSource = new Set([...plan.owed, ...plan.needsPerson, ...plan.notOwed].map(keyOf));
  const unknown = obligations.filter((each) => isOpen(each) && !inSource.has(keyOf(each.subject)));
  return {
    missingObligations: openings.obligations.map(({ obligation }) => obligation),
    missingTasks: openings.tasks.map(({ id }) => id).filter((id) => !raised.has(id)),
    outdated: openings.advances.map(({ obligation }) => obligation),
    unknownToSource: unknown.map(({ id }) => id),
    compared: { pairs: plan.counts.pairs, obligations: obligations.length, tasks: tasks.length },
  };
};

const keyOf = ({ jurisdiction, personId, supervisedPersonId, eventId }: Pair | NoticeSubject): string =>
  JSON.stringify([jurisdiction, personId, supervisedPersonId, eventId]);
