import type { RuleId } from "@victim-rights/rules";
import * as Data from "effect/Data";
import type { DiscretionNeeded, OptionUnknown } from "../errors.ts";
import type { WhyOff } from "./why-off.ts";

/** What was ordered is no positive number of whole cents, or is too large to hold exactly. */
export class OrderedNotPositive extends Data.TaggedError("OrderedNotPositive")<{ readonly amount: number }> {
  override get message(): string {
    return `\`${this.amount}\` cannot be what was ordered: write a positive amount in whole cents, such as 50000 for $500.00`;
  }
}

/** No fee of a state's file has this id. */
export class FeeUnknown extends Data.TaggedError("FeeUnknown")<{
  readonly fee: RuleId;
  readonly known: readonly RuleId[];
}> {
  override get message(): string {
    const known = this.known.length === 0 ? "it has none" : `write one of ${inTicks(this.known)}`;
    return `no fee \`${this.fee}\` in this state's file: ${known}`;
  }
}

/**
 * Why a fee is not owed: see `WhyOff`; or it is for another grade of case, waits for another occasion, or no document
 * sets it.
 */
export type WhyNotOwed = WhyOff | "other-grade" | "other-occasion" | "no-document";

/** The fee that was asked for by name is not owed here. */
export class FeeNotOwed extends Data.TaggedError("FeeNotOwed")<{
  readonly fee: RuleId;
  readonly because: WhyNotOwed;
}> {
  override get message(): string {
    return `\`${this.fee}\` is not owed here: ${WHY[this.because]}`;
  }
}

const WHY: Readonly<Record<WhyNotOwed, string>> = {
  "not-in-force": "it is not in force that day",
  recalled: "no text of it was read; turn it on by name if the agency relies on it",
  policy: "it is an agency's policy that is off",
  "other-grade": "it is for another grade of case",
  "other-occasion": "it waits for something else to happen",
  "no-document": "the law allows it and does not require it; name the court's document that sets it",
};

/** A fee is owed once for each charge, and nobody said how many there are. */
export class ChargesUncounted extends Data.TaggedError("ChargesUncounted")<{ readonly fee: RuleId }> {
  override get message(): string {
    return `\`${this.fee}\` is owed once for each charge: write how many charges the judgment holds, a whole number from 1 to 1000`;
  }
}

/** Why a fee is not computed, in order of precedence; of several fees the first in the file speaks. */
export type FeeError =
  | OrderedNotPositive
  | FeeUnknown
  | FeeNotOwed
  | ChargesUncounted
  | OptionUnknown
  | DiscretionNeeded;

const inTicks = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(", ");
