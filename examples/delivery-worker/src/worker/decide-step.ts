import type { Instant } from "@victim-rights/core";
import {
  type AttemptNext,
  commandOfNext,
  type NextAttempt,
  nextAttempt,
  type NoticeAttempt,
  type Obligation,
  ReasonCode,
  type ScheduledAttempt,
} from "@victim-rights/notification";
import type { Reachability } from "../contact/contact-book.ts";
import type { AgencyRules } from "./agency-rules.ts";
import { type CommandBody, type CommandStated, handOver } from "./command-body.ts";

/** What a step is decided from: the record, and everything else as it was just read. */
export type StepInput = {
  readonly obligation: Obligation;
  readonly reachability: Reachability;
  readonly rules: AgencyRules;
  /** The number of the attempt of which the provider has said that it took it; `null` while none was asked about. */
  readonly takenAttempt: number | null;
  readonly stated: CommandStated;
};

/**
 * What to do now.
 * - `record`: write this into the record, and decide again.
 * - `make`: the scheduled attempt is due, safe and still the right one; record it with the moment of the check.
 * - `follow`: an attempt is recorded and nobody knows what became of it; its claim says who sends it.
 * - `wait`: nothing before this moment. `nothing`: it has ended, or a person has it.
 */
export type Step =
  | { readonly kind: "record"; readonly command: CommandBody }
  | { readonly kind: "make"; readonly next: AttemptNext; readonly checkedAt: Instant }
  | { readonly kind: "follow"; readonly attempt: NoticeAttempt }
  | { readonly kind: "wait"; readonly until: Instant }
  | { readonly kind: "nothing" };

/** Decides the next step of an obligation by the delivery policy alone; it reads no clock and no store. */
export const decideStep = (input: StepInput): Step => {
  const { obligation, reachability, rules, takenAttempt, stated } = input;
  // A machine's clock behind the record's last step would be refused: the step waits for the record's own time.
  if (stated.at < obligation.lastAt) return { kind: "wait", until: obligation.lastAt };
  const untold = untoldAttempt(obligation);
  if (untold !== null && untold.attempt !== takenAttempt) return { kind: "follow", attempt: untold };
  const next = nextAttempt({ obligation, ...reachability, policy: rules.policy, now: stated.at });
  return next.kind === "attempt" ? stepToAttempt(next, input) : recordNext(next, input);
};

/** The attempt that was recorded last, while nobody has told what became of it. */
const untoldAttempt = ({ state, attempts }: Obligation): NoticeAttempt | null => {
  const last = attempts.at(-1);
  return state === "attempted" && last?.outcome === "sent" ? last : null;
};

const stepToAttempt = (next: AttemptNext, input: StepInput): Step => {
  const { obligation, reachability, stated } = input;
  const { scheduled } = obligation;
  if (mustBeToldOf(next, obligation)) return { kind: "record", command: handOver(UNCONFIRMED, stated) };
  if (scheduled === null || !stands(scheduled, next, stated.at)) return recordNext(next, input);
  if (scheduled.for > stated.at) return { kind: "wait", until: scheduled.for };
  const option = reachability.contacts.find(({ contact }) => contact === next.contact);
  return option === undefined ? { kind: "nothing" } : { kind: "make", next, checkedAt: option.checkedAt };
};

/**
 * Whether a scheduled attempt is still the right one. `next` is the first moment that is allowed from now on: an attempt
 * that is due while `next` lies ahead is not safe any more.
 */
const stands = (scheduled: ScheduledAttempt, next: AttemptNext, now: Instant): boolean => {
  if (scheduled.contact !== next.contact || scheduled.method !== next.method) return false;
  return scheduled.for <= now ? next.at <= now : next.at >= scheduled.for;
};

const recordNext = (next: NextAttempt, { stated, obligation, rules }: StepInput): Step => {
  const command = commandOfNext(next, stated, { obligation, policy: rules.policy });
  return command === null ? { kind: "nothing" } : { kind: "record", command };
};

/** Why an obligation with an attempt behind it goes to a person before its deadline. */
const UNCONFIRMED = ReasonCode.parse("unconfirmed-near-deadline");

/**
 * Whether a person must be told first: something was tried, nobody confirmed it, and the next try would come after the
 * moment at which the policy wants a person told. They are told once; what they give back goes on.
 */
const mustBeToldOf = ({ at, escalateAt, late }: AttemptNext, { attempts, commands }: Obligation): boolean =>
  !late &&
  escalateAt !== null &&
  at >= escalateAt &&
  attempts.length > 0 &&
  !commands.some((command) => command.act === "hand-to-person" && command.reason === UNCONFIRMED);
