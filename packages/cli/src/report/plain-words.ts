import type { ContactMethod, VerificationStatus } from "@victim-rights/core";
import type { IfMissed, NotOwedReason } from "@victim-rights/notification";

/** A name of ours as a person reads it: `parole-hearing-scheduled` is "parole hearing scheduled". */
export const plain = (name: string): string => name.replaceAll("-", " ");

export const sentence = (name: string): string => {
  const text = plain(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The law's word for a time without a number. */
export const symbolicWords = (term: string): string => SYMBOLIC[term] ?? plain(term);

const SYMBOLIC: Readonly<Record<string, string>> = {
  "not-stated": "no time stated",
  automatic: "automatically",
  "upon-event": "upon the event",
  "prompt-advance-if-possible": "promptly ahead if possible",
};

/** A remark as a sentence of its own. */
export const asSentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!)]$/u.test(text) ? "" : "."}`;

export const METHOD_WORDS: Readonly<Record<ContactMethod, string>> = {
  postal: "post",
  email: "email",
  phone: "telephone",
  sms: "text message",
  "automated-system": "the automated system",
  "in-person": "in person",
};

/** Fields of a record as a person speaks of them. */
export const fieldWords = (field: string): string => FIELDS[field] ?? plain(field);

const FIELDS: Readonly<Record<string, string>> = {
  occurred: "when it happened",
  scheduled: "when it is set for",
  supervisedPersonId: "whom it is about",
  kind: "what happened",
  caseNumber: "the case number",
};

/** How well a provision was checked, in a mark and in words. */
export const VERIFICATION: Readonly<Record<VerificationStatus, { readonly mark: string; readonly words: string }>> = {
  read: { mark: "●", words: "text read" },
  partial: { mark: "◐", words: "read in part" },
  "agency-statement": { mark: "○", words: "agency page only" },
  recalled: { mark: "?", words: "from memory: no text read" },
};

export const IF_MISSED: Readonly<Record<IfMissed, string>> = {
  "hearing-may-not-proceed": "If missed, the hearing may not go ahead.",
  "decision-stands": "If missed, the decision still stands.",
  "release-not-delayed": "If missed, the release is not delayed.",
  "no-liability": "If missed, the law gives no claim.",
  "not-stated": "The law does not say what follows if missed.",
};

/** Why nothing is owed, in words. */
export const notOwedWords = (reason: NotOwedReason): string => {
  switch (reason.kind) {
    case "no-rule-holds":
      return "No provision grants this person a notice of this event.";
    case "no-rule-for-event":
      return "No provision of this state asks for a notice of such an event.";
    case "event-superseded":
      return `The record was corrected: revision ${reason.by} stands.`;
    case "event-withdrawn":
      return "The agency withdrew the event.";
    case "channel-not-registered":
      return `Not registered for: ${reason.channels.map(plain).join(", ")}.`;
  }
};
