import type { Instant } from "@victim-rights/core";
import type { NeedsPerson, NeedsPersonCause } from "../notice-plan.ts";
import { PersonTaskId } from "./ids.ts";
import type { PersonTask } from "./person-task.ts";
import { subjectOf } from "./terms-of-notice.ts";

/** The task for a pair that a person must decide: what to find out by name, and the rules that hold or could hold. */
export const taskOfPair = (pair: NeedsPerson, raisedAt: Instant): PersonTask => {
  const { jurisdiction, personId, supervisedPersonId, eventId, revision, cause } = pair;
  const name = [jurisdiction, personId, supervisedPersonId, eventId, `r${revision}`].map(encodeURIComponent).join("/");
  const why = cause.kind === "not-notifiable" ? cause.why : cause.kind;
  return {
    id: PersonTaskId.parse(`${name}/task/${why}`),
    queue: pair.queue,
    about: { kind: "pair", subject: subjectOf(pair) },
    why,
    ask: askedBy(cause),
    rules: [...new Set([...rulesOf(cause), ...pair.possible.map(({ ground }) => ground.rule)])],
    decideBefore: pair.decideBefore,
    raisedAt,
  };
};

const askedBy = (cause: NeedsPersonCause): readonly string[] => {
  if (cause.kind === "undetermined") return cause.questions.map(({ fact }) => fact);
  return cause.kind === "contradictory-record" ? cause.what : [];
};

const rulesOf = (cause: NeedsPersonCause): PersonTask["rules"] => {
  if (cause.kind === "not-notifiable") return cause.owedOn.map(({ rule }) => rule);
  return cause.kind === "rule-conflict" ? cause.between.map(({ rule }) => rule) : [];
};
