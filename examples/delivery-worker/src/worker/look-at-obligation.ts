import type { Instant } from "@victim-rights/core";
import {
  type Obligation,
  type ObligationId,
  ObligationStore,
  ReasonCode,
  type StoredObligation,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { channelOf, Channels } from "../channel/channels.ts";
import { ContactBook, type Reachability } from "../contact/contact-book.ts";
import { AgencyRuleBook, type AgencyRules } from "./agency-rules.ts";
import { type CommandBody, type CommandStated, handOver } from "./command-body.ts";
import { decideStep, type Step } from "./decide-step.ts";
import { followAttempt } from "./follow-attempt.ts";
import { giveCommand, stateNow } from "./give-command.ts";
import { NoticeWriter } from "./notice-writer.ts";

/**
 * Where a look ended: there is nothing to do, something is to be done from a moment on, or others came first each time so
 * that it made no headway.
 */
export type Looked =
  | { readonly kind: "nothing" }
  | { readonly kind: "wait"; readonly attempt: number; readonly until: Instant }
  | { readonly kind: "no-headway" };

/** A look takes a handful of steps. After so many it lets go, so that it ends well before it expires; another goes on. */
const MAX_STEPS = 20;

/**
 * Does for an obligation whatever is due now. Each step reads the record, the person's contact points and their
 * safe-contact wishes anew, so that any number of workers may look at once and any of them may vanish between two steps.
 */
export const lookAtObligation = (id: ObligationId) =>
  Effect.gen(function* () {
    const store = yield* ObligationStore;
    let takenAttempt: number | null = null;
    let headway: Looked = { kind: "no-headway" };
    for (let count = 0; count < MAX_STEPS; count += 1) {
      const stored: StoredObligation = yield* store.find(id);
      const taken: Taken = yield* takeStep(stored, takenAttempt);
      if (taken.kind === "end") return taken.looked;
      if (taken.kind === "provider-has-it") takenAttempt = taken.attempt;
      if (taken.kind !== "overtaken") headway = goOn(stored.obligation);
    }
    return headway;
  });

type Taken =
  | { readonly kind: "end"; readonly looked: Looked }
  | { readonly kind: "taken" | "overtaken" }
  | { readonly kind: "provider-has-it"; readonly attempt: number };

/** A further look, at once. */
const goOn = ({ attempts, lastAt }: Obligation): Looked => ({
  kind: "wait",
  attempt: attempts.length + 1,
  until: lastAt,
});

const NOTHING: Taken = { kind: "end", looked: { kind: "nothing" } };

const waitFor = ({ attempts }: Obligation, until: Instant): Taken => ({
  kind: "end",
  looked: { kind: "wait", attempt: attempts.length + 1, until },
});

const takeStep = (stored: StoredObligation, takenAttempt: number | null) =>
  Effect.gen(function* () {
    const { obligation } = stored;
    if (!isAutomatic(obligation)) return NOTHING;
    const reachability = yield* (yield* ContactBook).reachabilityOf(obligation.subject.personId);
    const rules = (yield* AgencyRuleBook).rulesFor(obligation.subject.jurisdiction);
    const stated = yield* stateNow(stored);
    if (rules === null) return yield* leaveToPerson(stored, "no-delivery-policy", stated);
    const step = decideStep({ obligation, reachability, rules, takenAttempt, stated });
    return yield* doStep(step, { stored, reachability, rules, stated });
  });

const isAutomatic = ({ closedBy, state }: Obligation): boolean =>
  closedBy === null && state !== "with-person" && state !== "searching";

type At = {
  readonly stored: StoredObligation;
  readonly reachability: Reachability;
  readonly rules: AgencyRules;
  readonly stated: CommandStated;
};

const doStep = (step: Step, at: At) =>
  Effect.gen(function* () {
    switch (step.kind) {
      case "nothing":
        return NOTHING;
      case "wait":
        return waitFor(at.stored.obligation, step.until);
      case "record":
        return yield* give(at.stored, step.command);
      case "make":
        return yield* recordAttempt(step, at);
      case "follow":
        return yield* follow(step, at);
    }
  });

const follow = ({ attempt }: Extract<Step, { kind: "follow" }>, at: At) =>
  Effect.gen(function* () {
    const followed = yield* followAttempt({ ...at, attempt }).pipe(
      // The attempt was closed or replaced since it was read.
      Effect.catchTag("AttemptNotOpen", () => Effect.succeed({ kind: "recorded", given: "overtaken" } as const)),
    );
    if (followed.kind === "wait") return waitFor(at.stored.obligation, followed.until);
    const taken: Taken =
      followed.kind === "taken" ? { kind: "provider-has-it", attempt: attempt.attempt } : { kind: followed.given };
    return taken;
  });

const give = (stored: StoredObligation, command: CommandBody) =>
  Effect.map(giveCommand(stored, command), (kind): Taken => ({ kind }));

/** Records an attempt once it is certain that it can be made: there is a channel for it, and words. */
const recordAttempt = ({ next, checkedAt }: Extract<Step, { kind: "make" }>, { stored, stated }: At) =>
  Effect.gen(function* () {
    if (channelOf(yield* Channels, next.method) === null)
      return yield* leaveToPerson(stored, "no-channel-for-method", stated);
    const written = yield* (yield* NoticeWriter).write(stored.obligation, next.method).pipe(
      Effect.as("written" as const),
      Effect.catchTag("NoticeNotWritable", ({ why }) => Effect.succeed(why)),
    );
    if (written !== "written") return yield* leaveToPerson(stored, `notice-${written}`, stated);
    const { attempt, method, contact } = next;
    const safeContactCheckedAt = checkedAt;
    const reason = ReasonCode.parse(next.late ? "late" : "due");
    return yield* give(stored, { act: "attempt", ...stated, attempt, method, contact, safeContactCheckedAt, reason });
  });

const leaveToPerson = (stored: StoredObligation, why: string, stated: CommandStated) =>
  give(stored, handOver(ReasonCode.parse(why), stated));
