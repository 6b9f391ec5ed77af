import type {
  ChannelId,
  ContactMethod,
  EventId,
  EventKind,
  Instant,
  JurisdictionId,
  Language,
  PersonId,
  RecordOrigin,
  RegistrationId,
  SupervisedPersonId,
} from "@victim-rights/core";
import type { Ground, MissingFact, Receipt, RuleId } from "@victim-rights/rules";
import type { ContentItem, DutyBearer, IfMissed, NoticeDuty, ServiceMethod, StatedRight } from "./duty.ts";

/** The pair that is decided: one person and one revision of one event. Every pair ends in exactly one of the three lists. */
export type Pair = {
  readonly jurisdiction: JurisdictionId;
  readonly personId: PersonId;
  /** The rows merged for this person and this supervised person. */
  readonly registrationIds: readonly RegistrationId[];
  readonly supervisedPersonId: SupervisedPersonId;
  readonly eventId: EventId;
  readonly revision: number;
  readonly eventKind: EventKind;
  readonly eventOrigin: RecordOrigin | null;
};

/** A span of time in which the law lets the notice be made; half open `[opens, closes)`. `null` means the law sets no bound on that side. */
export type LegalInterval = { readonly opens: Instant | null; readonly closes: Instant | null };

/** One duty that holds for a pair, with the interval its own window gives. */
export type DutyGround = {
  readonly ground: Ground;
  readonly duty: NoticeDuty;
  readonly interval: LegalInterval;
  /** How the bounds were counted, in plain words: "30 calendar days before 2026-04-02 is 2026-03-03". */
  readonly counting: readonly string[];
  /** The law's word where it gives no number: `promptly`. */
  readonly symbolic: string | null;
  /** Where this ground's own window stands at `now`. */
  readonly timing: Timing;
  /** `policy` when the rule is off by default and the agency's policy file turned it on. */
  readonly basis: "law" | "policy";
};

/**
 * When to send: from `at`, the earliest moment that meets every window named, and before `by`. `basis` says who set `by`: the
 * law, or the agency's own service target, which only ever makes it earlier and never leaves the legal interval.
 */
export type SendTarget = {
  readonly at: Instant;
  /** `null` when the law gives no number and no service target applies, and for a notice that is already late. The same as `at` when a service target has passed: send at once. */
  readonly by: Instant | null;
  readonly basis: "law" | "policy";
  /** The service target that set `by`, with who decided it and when. */
  readonly policy: string | null;
  /** The rules whose windows this target meets. */
  readonly meets: readonly RuleId[];
  readonly why: string;
};

/** - `open`: can be sent now. - `not-yet`: the window has not opened. - `late`: a window closed before now: send at once. - `impossible`: the window closed before anyone could have known. */
export type Timing = "open" | "not-yet" | "late" | "impossible";

/** One way to reach the person, best first. `legal` is the service method it serves. The value itself never appears in a plan's log line. */
export type RankedMethod = {
  readonly method: ContactMethod;
  readonly value: string;
  readonly legal: ServiceMethod | null;
  readonly leaveMessage: boolean;
  readonly why: string;
};

/** A notice that is owed: one per person, event and duty-bearer, with every ground it rests on. */
export type OwedNotice = {
  readonly id: string;
  readonly dutyBearers: readonly DutyBearer[];
  readonly grounds: readonly [DutyGround, ...DutyGround[]];
  /** The interval in which one notice satisfies every ground; when none does, that of the strictest ground. */
  readonly interval: LegalInterval;
  /** Usually one; more only when no single moment lies inside every ground's interval. */
  readonly targets: readonly [SendTarget, ...SendTarget[]];
  readonly timing: Timing;
  readonly ifMissed: readonly IfMissed[];
  readonly methods: readonly RankedMethod[];
  /** What the law names when none of the person's own contact points serves it. */
  readonly methodProblem: string | null;
  readonly content: readonly ContentItem[];
  readonly rights: readonly StatedRight[];
};

/** A pair to whom at least one notice is owed and can be made. */
export type Owed = Pair & {
  readonly list: "owed";
  readonly notices: readonly [OwedNotice, ...OwedNotice[]];
  /** Further grounds that missing facts could add, with the questions. */
  readonly possible: readonly { readonly ground: Ground; readonly duty: NoticeDuty }[];
  readonly questions: readonly MissingFact[];
  /** The revision of the same event this one replaces. */
  readonly supersedes: number | null;
  /** The language the person reads, when their registrations say so and agree. */
  readonly language: Language | null;
  readonly notes: readonly string[];
  /** The decision that owes the notice. */
  readonly receipt: Receipt;
  /** The decisions about the person's other cases with the same supervised person, when there are several. */
  readonly otherReceipts: readonly Receipt[];
};

/** Why a person must act before a notice can be sent or ruled out. */
export type NeedsPersonCause =
  | { readonly kind: "undetermined"; readonly questions: readonly MissingFact[] }
  | {
      readonly kind: "not-notifiable";
      readonly why: "no-current-contact" | "anonymous-by-choice" | "no-safe-method";
      readonly owedOn: readonly Ground[];
    }
  | { readonly kind: "rule-conflict"; readonly between: readonly [Ground, Ground] }
  /** `what` names fields and facts, never their values. `of` says whose record must be put right. */
  | { readonly kind: "contradictory-record"; readonly of: "event" | "registration"; readonly what: readonly string[] };

/** A pair that a person must decide: nothing is sent and nothing is ruled out until then. */
export type NeedsPerson = Pair & {
  readonly list: "needs-a-person";
  readonly cause: NeedsPersonCause;
  /** Who should look: the person to ask first. */
  readonly queue: string;
  readonly possible: readonly { readonly ground: Ground; readonly duty: NoticeDuty }[];
  /** The earliest legal bound among the possible duties: decide before this. */
  readonly decideBefore: Instant | null;
  readonly notes: readonly string[];
  readonly receipt: Receipt | null;
};

/** Why nothing is owed, kept for audit. */
export type NotOwedReason =
  /** `nearest`: the rules that concern this kind of event and do not hold for this person, as `id: title`. */
  | { readonly kind: "no-rule-holds"; readonly nearest: readonly string[] }
  | { readonly kind: "event-superseded"; readonly by: number }
  | { readonly kind: "event-withdrawn" }
  | { readonly kind: "no-rule-for-event" }
  /** The channels in which the person is not registered and whose registration could have changed the answer. */
  | { readonly kind: "channel-not-registered"; readonly channels: readonly ChannelId[] };

/** A pair to whom nothing is owed, kept for audit. */
export type NotOwed = Pair & {
  readonly list: "not-owed";
  readonly reason: NotOwedReason;
  readonly notes: readonly string[];
  readonly receipt: Receipt | null;
};

/** What became of one pair: exactly one of the three lists. */
export type Disposition = Owed | NeedsPerson | NotOwed;

/** Every pair of a set of registrations and events, in one of three lists. */
export type NoticePlan = {
  readonly jurisdiction: JurisdictionId;
  readonly now: Instant;
  readonly owed: readonly Owed[];
  readonly needsPerson: readonly NeedsPerson[];
  readonly notOwed: readonly NotOwed[];
  readonly counts: PlanCounts;
};

/** How many of each there are; `pairs` is the sum of the three lists. */
export type PlanCounts = {
  readonly pairs: number;
  readonly owed: number;
  readonly notices: number;
  readonly needsPerson: number;
  readonly notOwed: number;
  /** Event rows that repeated another row exactly. */
  readonly duplicateEvents: number;
  /** Registration rows that repeated another row exactly. */
  readonly duplicateRegistrations: number;
  /** Registrations about a supervised person of whom no event is on record: they make no pair. */
  readonly registrationsWithoutEvent: number;
};
