import type { JurisdictionId, LocalDate } from "@victim-rights/core";
import { formatCents, type Cents } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import * as Data from "effect/Data";
import type { ClaimId } from "./allocation/claim.ts";
import type { ChoiceId, OpenChoice } from "./allocation/distribution.ts";
import type { Place } from "./allocation/division.ts";

/** An amount to divide is no positive number of whole cents, or is too large to hold exactly. */
export class AmountNotPositive extends Data.TaggedError("AmountNotPositive")<{ readonly amount: number }> {
  override get message(): string {
    return `\`${this.amount}\` cannot be divided: write a positive amount in whole cents, such as 4167 for $41.67`;
  }
}

/** Two claims bear one id: which of them is paid could not be told. */
export class ClaimRepeated extends Data.TaggedError("ClaimRepeated")<{ readonly claims: readonly ClaimId[] }> {
  override get message(): string {
    return `${this.claims.map((id) => `\`${id}\``).join(", ")}: given twice; give every claim an id of its own`;
  }
}

/** No policy for this kind of payment decides on the day: each is off, or not law on that day. */
export class NoPolicyDecides extends Data.TaggedError("NoPolicyDecides")<{
  readonly jurisdiction: JurisdictionId;
  readonly asOf: LocalDate;
  readonly leftOut: readonly { readonly policy: RuleId; readonly because: "not-in-force" | "recalled" | "policy" }[];
}> {
  override get message(): string {
    const policies = this.leftOut.map(({ policy, because }) => `\`${policy}\` (${WHY[because]})`).join(", ");
    const which = policies === "" ? "none is written" : policies;
    return `no order of payment of \`${this.jurisdiction}\` decides this payment on ${this.asOf}: ${which}; hold the money, and have a person decide`;
  }
}

const WHY = {
  "not-in-force": "not in force that day",
  recalled: "no text of it was read; turn it on by name if the agency relies on it",
  policy: "an agency's policy that is off",
} as const;

/** The law leaves open how to go on: the money waits for a person, or for a choice that the agency records. */
export class DiscretionNeeded extends Data.TaggedError("DiscretionNeeded")<{
  readonly choice: OpenChoice;
  readonly heldCents: Cents;
  readonly at: Place;
}> {
  override get message(): string {
    const { id, why, options } = this.choice;
    const ways = options.map((option) => `\`${option.id}\` (${option.title})`).join(" or ");
    return `${formatCents(this.heldCents)} held: ${why}; record a choice of \`${id}\`: ${ways}`;
  }
}

/** A recorded choice names an option that the law's file does not offer. */
export class OptionUnknown extends Data.TaggedError("OptionUnknown")<{
  readonly choice: ChoiceId;
  readonly option: ChoiceId;
  readonly known: readonly ChoiceId[];
}> {
  override get message(): string {
    return `no option \`${this.option}\` of \`${this.choice}\`: write one of ${this.known.map((id) => `\`${id}\``).join(", ")}`;
  }
}

/** Why a payment is not divided, in order of precedence; nothing is paid to anybody then. */
export type AllocationError = AmountNotPositive | ClaimRepeated | NoPolicyDecides | OptionUnknown | DiscretionNeeded;
