import * as Result from "effect/Result";
import type { Disposition, NoticePlan } from "../notice-plan.ts";
import { correctionOf } from "./correction-of.ts";
import { NoticeCommandId, ReasonCode } from "./ids.ts";
import type { NoticeActor } from "./notice-actor.ts";
import { isOpen, type Obligation } from "./obligation.ts";
import type { ObligationCommand } from "./obligation-command.ts";
import type { OpenedEntry } from "./obligation-entry.ts";

/** What a later revision of its event does to an obligation. */
export type EndedByRevision = {
  readonly obligation: Obligation;
  /** `null` where it had ended before. */
  readonly command: ObligationCommand | null;
  /** `null` where nobody can have received anything. */
  readonly correction: OpenedEntry | null;
};

type Planned = { readonly plan: NoticePlan; readonly by: NoticeActor };

/** Ends an obligation whose event has a later revision in the plan; gives nothing where it has none. A correction stands. */
export const endByRevision = (obligation: Obligation, { plan, by }: Planned): readonly EndedByRevision[] => {
  const later = obligation.kind === "notice" ? laterRevision(obligation, plan) : null;
  if (later === null) return [];
  const { now: at } = plan;
  const cause = later.withdrawn ? "event-withdrawn" : "event-superseded";
  const correction = correctionOf({ notice: obligation, cause, reason: ReasonCode.parse(cause), at, by });
  return [
    {
      obligation,
      command: isOpen(obligation) ? endingCommand(obligation, later, { plan, by }) : null,
      correction: Result.isSuccess(correction) ? correction.success : null,
    },
  ];
};

type LaterRevision = { readonly revision: number; readonly withdrawn: boolean };

/** The highest revision of the event that the plan has for this person and whoever it is about. */
const laterRevision = (obligation: Obligation, plan: NoticePlan): LaterRevision | null => {
  const { subject } = obligation;
  const same = [...plan.owed, ...plan.needsPerson, ...plan.notOwed].filter(
    (each) =>
      each.jurisdiction === subject.jurisdiction &&
      each.personId === subject.personId &&
      each.supervisedPersonId === subject.supervisedPersonId &&
      each.eventId === subject.eventId,
  );
  return same
    .map(revisionSaid)
    .filter(({ revision }) => revision > subject.revision)
    .reduce<LaterRevision | null>((last, each) => (last === null || isLater(each, last) ? each : last), null);
};

/** A revision that is superseded by a withdrawn one only knows its number. */
const isLater = (one: LaterRevision, other: LaterRevision): boolean =>
  one.revision > other.revision || (one.revision === other.revision && one.withdrawn);

/** A superseded pair says by which revision, even where that one is now about somebody else. */
const revisionSaid = (each: Disposition): LaterRevision => {
  if (each.list !== "not-owed") return { revision: each.revision, withdrawn: false };
  const { reason, revision } = each;
  if (reason.kind === "event-superseded") return { revision: reason.by, withdrawn: false };
  return { revision, withdrawn: reason.kind === "event-withdrawn" };
};

const endingCommand = (
  { subject: { eventId } }: Obligation,
  { revision, withdrawn }: LaterRevision,
  { plan: { now: at }, by }: Planned,
): ObligationCommand =>
  withdrawn
    ? {
        act: "withdraw",
        id: NoticeCommandId.parse(`withdrawn-by-r${revision}`),
        at,
        by,
        evidence: { kind: "event-withdrawn", event: eventId, revision },
      }
    : {
        act: "supersede",
        id: NoticeCommandId.parse(`superseded-by-r${revision}`),
        at,
        by,
        evidence: { kind: "superseded-by-revision", event: eventId, revision },
      };
