import type { Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { ProgrammeCase } from "../programme/advance-case.ts";
import { SideMayNot } from "../programme/errors.ts";
import type { ActorId, CaseId, EvidenceRef } from "../programme/ids.ts";
import type { LetterCommand, SubmitLetter } from "./letter-command.ts";
import type {
  DeliveryWay,
  FreezeGround,
  LetterOrigin,
  LetterStage,
  LetterState,
  RejectionCode,
} from "./letter-state.ts";

/** One person's reading of the version at hand. */
export type LetterReading = {
  readonly reader: ActorId;
  readonly coReaders: readonly ActorId[];
  readonly found: readonly RejectionCode[];
  readonly training: "dv_sv_trained" | "other";
  readonly codedThreats: "looked_for" | "not_looked_for";
};

/** The victim's one reply. `addressFreeCopy` is what the author may have; the reply as written stays in the programme. */
export type LetterReply =
  | { readonly status: "submitted" | "returned"; readonly document: EvidenceRef }
  | { readonly status: "released"; readonly document: EvidenceRef; readonly addressFreeCopy: EvidenceRef };

/** What the victim may have the author told. */
export type AuthorSignal = "requested" | "received" | "read";

/** One letter in the bank. It names documents and holds no text of any. */
export type LetterCase = ProgrammeCase<LetterState, LetterCommand> & {
  readonly id: CaseId;
  readonly origin: LetterOrigin;
  /** Every version handed in, the last one at hand. */
  readonly documents: readonly EvidenceRef[];
  readonly stage: LetterStage;
  /** Grounds that freeze the letter now, each with the moment it came; empty when it is not frozen. */
  readonly freezes: readonly { readonly ground: FreezeGround; readonly at: Instant }[];
  readonly readings: readonly LetterReading[];
  /** The reasons that the author was told last. */
  readonly reasons: readonly RejectionCode[];
  readonly way: DeliveryWay | null;
  readonly reply: LetterReply | null;
  /** What the victim had the author told. */
  readonly told: readonly AuthorSignal[];
};

/** The state that a letter is in: `frozen` hides the stage. */
export const letterState = ({ stage, freezes }: LetterCase): LetterState => (freezes.length > 0 ? "frozen" : stage);

/** Whether a letter was ever asked for: from then on it does not expire. */
export const wasRequested = ({ record }: LetterCase): boolean => record.some(({ act }) => act === "request-delivery");

/** Whether the author's wish to withdraw is on record. */
export const withdrawalAsked = ({ record }: LetterCase): boolean => record.some(({ act }) => act === "ask-to-withdraw");

/**
 * Opens a case for a letter that its author hands in.
 * @errors `SideMayNot` when anybody else hands it in.
 */
export const openLetter = (command: SubmitLetter): Result.Result<LetterCase, SideMayNot> => {
  const { act, at, by, evidence, document, letter, origin } = command;
  if (by.side !== "offender-side")
    return Result.fail(new SideMayNot({ act, side: by.side, may: ["offender-side"] as const }));
  const line = { seq: 1, command: command.id, act, by, at, from: "submitted", to: "submitted", gates: [] } as const;
  return Result.succeed({
    id: letter,
    origin,
    documents: [document],
    stage: "submitted",
    freezes: [],
    readings: [],
    reasons: [],
    way: null,
    reply: null,
    told: [],
    danger: null,
    commands: [command],
    record: [{ ...line, evidence }],
  });
};
