import { localDateIn, ZoneId } from "@victim-rights/core";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { EvidenceDoesNotFit, type Misfit } from "./errors.ts";
import type { CorrectionOwed, Evidence } from "./evidence.ts";
import { mayHaveBeenReceived, type Obligation } from "./obligation.ts";
import type { ObligationCommand } from "./obligation-command.ts";

/**
 * Checks that a command's evidence is about this obligation and shows what the command says.
 * @errors `EvidenceDoesNotFit` with the first misfit.
 */
export const checkEvidence = (
  obligation: Obligation,
  command: ObligationCommand,
): Result.Result<null, EvidenceDoesNotFit> => {
  const misfit = misfitOf(obligation, command);
  return misfit === null ? Result.succeed(null) : Result.fail(new EvidenceDoesNotFit({ act: command.act, misfit }));
};

const misfitOf = (obligation: Obligation, command: ObligationCommand): Misfit | null => {
  if (command.act === "note-outcome") return unknownAttempt(obligation, command.attempt);
  if (command.act === "record-search-step") return command.step.at > command.at ? "dated-after-command" : null;
  if (!("evidence" in command)) return null;
  return datedAfter(command.evidence, command) ?? misfitOfEvidence(obligation, command.evidence);
};

/** A day has begun somewhere on earth as soon as it has begun in the first zone. */
const FIRST_ZONE = ZoneId.parse("Pacific/Kiritimati");

const datedAfter = (evidence: Evidence, { at }: ObligationCommand): Misfit | null => {
  const isAfter =
    ("at" in evidence && evidence.at > at) || ("on" in evidence && evidence.on > localDateIn(at, FIRST_ZONE));
  return isAfter ? "dated-after-command" : null;
};

const misfitOfEvidence = (obligation: Obligation, evidence: Evidence): Misfit | null => {
  if (evidence.kind === "superseded-by-revision" || evidence.kind === "event-withdrawn")
    return misfitOfRevision(obligation, evidence);
  if (evidence.kind === "documented-search")
    return Equal.equals(evidence.steps, obligation.search) ? null : "search-not-as-recorded";
  if (evidence.kind === "delivery-accepted") return misfitOfAcceptance(obligation, evidence.attempt);
  if (evidence.kind === "correction-owed") return misfitOfCorrection(obligation, evidence);
  return "attempt" in evidence ? unknownAttempt(obligation, evidence.attempt) : null;
};

const misfitOfCorrection = (obligation: Obligation, { correction }: CorrectionOwed): Misfit | null => {
  if (correction === obligation.id) return "corrects-itself";
  return mayHaveBeenReceived(obligation) ? null : "nothing-was-sent";
};

const unknownAttempt = ({ attempts }: Obligation, attempt: number | null): Misfit | null =>
  attempt === null || attempts.some((each) => each.attempt === attempt) ? null : "no-such-attempt";

const misfitOfRevision = (
  { subject }: Obligation,
  { event, revision }: { readonly event: string; readonly revision: number },
): Misfit | null => {
  if (event !== subject.eventId) return "another-event";
  return revision > subject.revision ? null : "not-a-later-revision";
};

const misfitOfAcceptance = (obligation: Obligation, attempt: number): Misfit | null => {
  if (obligation.proof.needs === "return-receipt-or-confirmation") return "return-receipt-needed";
  const wasDelivered = obligation.attempts.some((each) => each.attempt === attempt && each.outcome === "delivered");
  return unknownAttempt(obligation, attempt) ?? (wasDelivered ? null : "not-delivered");
};
