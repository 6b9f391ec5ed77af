import type { NeedsPerson, NeedsPersonCause } from "@victim-rights/notification";
import type { MissingFact } from "@victim-rights/rules";
import { durationWords } from "./moment-words.ts";
import { groundRow } from "./ground-row.ts";
import { asSentence, fieldWords, plain } from "./plain-words.ts";
import type { ReportContext } from "./report-context.ts";
import { type NeedsRow, subjectOf } from "./report-row.ts";

/** A pair that a person must look at: why, whom to ask, what to ask, and before when. */
export const needsRow = (pair: NeedsPerson, context: ReportContext): NeedsRow => {
  const shared = {
    ...subjectOf(pair, context.eventOf),
    due: pair.decideBefore ?? "~",
    ...beforeWords(pair, context),
    cause: causeWords(pair.cause),
    ask: plain(pair.queue),
    questions: pair.cause.kind === "undetermined" ? pair.cause.questions.map(questionWords) : [],
    possible: pair.possible.map(({ ground }) => groundRow(ground, context)),
  };
  const person = { personId: pair.personId, methods: null, problem: null, notes: pair.notes.map(asSentence) };
  return { ...shared, person, group: JSON.stringify([pair.eventId, pair.revision, shared]) };
};

const beforeWords = (
  { decideBefore, possible }: NeedsPerson,
  { now, words }: ReportContext,
): Pick<NeedsRow, "before" | "brief" | "isLate" | "beforeDetail"> => {
  if (decideBefore === null)
    return {
      before: null,
      brief: "soon",
      isLate: false,
      beforeDetail:
        possible.length === 0 ? "The record must be put right first." : "The law gives no number of hours or days.",
    };
  const isLate = decideBefore <= now;
  return {
    before: words.deadline(decideBefore),
    brief: `${isLate ? "LATE " : ""}${words.briefDeadline(decideBefore)}`,
    isLate,
    beforeDetail: isLate
      ? `This passed ${durationWords(decideBefore, now)} ago.`
      : "The earliest bound of what may be owed.",
  };
};

const questionWords = ({ question, state, knownBy }: MissingFact): string =>
  state === "unknown"
    ? `${question} (${plain(knownBy)} would know)`
    : `${question} (asked, and nobody knows: decide how to go on)`;

const causeWords = (cause: NeedsPersonCause): string => {
  switch (cause.kind) {
    case "undetermined":
      return "The record does not say enough to tell whether a notice is owed.";
    case "not-notifiable":
      return NOT_NOTIFIABLE[cause.why];
    case "rule-conflict":
      return `Two provisions contradict each other: ${cause.between.map(({ title }) => title).join(" / ")}.`;
    case "contradictory-record":
      return `The ${cause.of === "event" ? "custody record" : "registration"} contradicts itself on ${cause.what.map(fieldWords).join(", ")}.`;
  }
};

const NOT_NOTIFIABLE: Readonly<Record<Extract<NeedsPersonCause, { kind: "not-notifiable" }>["why"], string>> = {
  "no-current-contact": "A notice is owed and there is no current way to reach the person.",
  "anonymous-by-choice": "A notice is owed and the person chose to stay anonymous.",
  "no-safe-method": "A notice is owed and no way to reach the person is safe.",
};
