import { z } from "zod";
import { AddressDanger, COMMAND_FIELDS, DiscloseDanger } from "../programme/command.ts";
import { ActorId, CaseId, EvidenceRef } from "../programme/ids.ts";
import { DeliveryWay, FreezeGround, LetterOrigin, RejectionCode } from "./letter-state.ts";

const plain = <Act extends string>(act: Act) => z.strictObject({ ...COMMAND_FIELDS, act: z.literal(act) });

const Codes = z.array(RejectionCode).min(1).readonly();

/**
 * Hands a letter in to the bank. It names the document and holds none of its text, and there is no field for an
 * address: the author sends nothing to anybody but the bank (INV-14).
 */
export const SubmitLetter = plain("submit").extend({ letter: CaseId, origin: LetterOrigin, document: EvidenceRef });
export type SubmitLetter = Readonly<z.infer<typeof SubmitLetter>>;

/** One person's reading of a letter. Whoever gives the command is the reader; co-readers read along and count as read. */
const RecordReading = plain("record-reading").extend({
  coReaders: z.array(ActorId).readonly().default([]),
  found: z.array(RejectionCode).readonly(),
  training: z.enum(["dv_sv_trained", "other"]),
  codedThreats: z.enum(["looked_for", "not_looked_for"]),
});
type RecordReading = Readonly<z.infer<typeof RecordReading>>;

/** Everything that can be asked of a letter in the bank. */
export const LetterCommand = z.discriminatedUnion("act", [
  SubmitLetter,
  plain("pass-on"),
  plain("start-screening"),
  RecordReading,
  plain("accept"),
  plain("return").extend({ codes: Codes }),
  plain("reject").extend({ codes: Codes }),
  plain("resubmit").extend({ document: EvidenceRef }),
  plain("bank"),
  plain("send-notice"),
  plain("request-delivery").extend({ way: DeliveryWay }),
  plain("decline-for-now"),
  plain("decline-permanently"),
  plain("reconfirm"),
  plain("deliver").extend({ coverNote: EvidenceRef }),
  plain("ask-to-withdraw"),
  plain("supersede").extend({ newer: CaseId }),
  plain("expire"),
  plain("freeze").extend({ ground: FreezeGround }),
  plain("unfreeze").extend({ ground: FreezeGround, courtDocument: EvidenceRef.nullable().default(null) }),
  plain("submit-reply").extend({ document: EvidenceRef }),
  plain("return-reply").extend({ codes: Codes }),
  plain("release-reply").extend({
    read: EvidenceRef,
    found: z.array(RejectionCode).readonly(),
    addressFreeCopy: EvidenceRef.nullable(),
  }),
  plain("tell-requested"),
  plain("tell-received"),
  plain("tell-read"),
  DiscloseDanger,
  AddressDanger,
]);
export type LetterCommand = Readonly<z.infer<typeof LetterCommand>>;

/** What is done to a letter. */
export type LetterAct = LetterCommand["act"];
