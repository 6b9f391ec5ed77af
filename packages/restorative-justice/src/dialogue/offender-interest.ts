import { Instant, SupervisedPersonId } from "@victim-rights/core";
import * as Data from "effect/Data";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { z } from "zod";
import { ActorId, EvidenceRef } from "../programme/ids.ts";
import type { DialogueCase } from "./dialogue-case.ts";

/**
 * That an offender would take part if the victim ever asked. It is kept apart: it names no victim and no case, it is no
 * input of a dialogue, and nothing sends it to anybody (INV-02).
 */
export const OffenderInterest = z.strictObject({
  id: EvidenceRef,
  offender: SupervisedPersonId,
  at: Instant,
  recordedBy: ActorId,
});
export type OffenderInterest = Readonly<z.infer<typeof OffenderInterest>>;

/** A record of interest was filed before under this id, with other content. */
export class InterestExistsWithDifferentContent extends Data.TaggedError("InterestExistsWithDifferentContent")<{
  readonly id: EvidenceRef;
}> {
  override get message(): string {
    return `\`${this.id}\` was filed before with other content: give a new record an id of its own`;
  }
}

/**
 * Files an offender's interest. The same record filed again changes nothing.
 * @errors `InterestExistsWithDifferentContent` when the id names another record.
 */
export const fileInterest = (
  register: readonly OffenderInterest[],
  interest: OffenderInterest,
): Result.Result<readonly OffenderInterest[], InterestExistsWithDifferentContent> => {
  const filed = register.find(({ id }) => id === interest.id);
  if (filed === undefined) return Result.succeed([...register, interest]);
  return Equal.equals(filed, interest)
    ? Result.succeed(register)
    : Result.fail(new InterestExistsWithDifferentContent({ id: interest.id }));
};

/**
 * Whether the victim asked to hear of it if an offender who declined agrees later. Nobody else is ever told of an
 * interest, and being told opens nothing: a new dialogue needs a new request.
 */
export const wantsToHearOfLaterAgreement = ({ state, request }: DialogueCase): boolean =>
  state === "offender_declined" && request?.tellIfOffenderAgreesLater === true;
