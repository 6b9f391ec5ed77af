import { type Cents, formatCents, type LocalDate } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import * as Data from "effect/Data";
import type { ClaimClass, ClaimId } from "../allocation/claim.ts";
import type { AmountNotPositive, DiscretionNeeded, NoPolicyDecides, OptionUnknown } from "../errors.ts";
import type { ChargesUncounted, FeeNotOwed, FeeUnknown, OrderedNotPositive } from "../terms/errors.ts";
import type { AccountKind } from "./account.ts";
import type { AffidavitId, CommandId, EntryId, ObligorId, OrderId, PayeeId } from "./ids.ts";

/** Entries do not follow one another: one is missing, given twice, or of another ledger. */
export class EntryOutOfPlace extends Data.TaggedError("EntryOutOfPlace")<{
  readonly seq: number;
  readonly id: EntryId | null;
  readonly expected: number;
}> {
  override get message(): string {
    return `entry ${this.seq} stands where entry ${this.expected} belongs: read the entries in their order, none left out`;
  }
}

/** An entry is not what was sealed: it, or one before it, was changed, dropped or inserted. */
export class ChainBroken extends Data.TaggedError("ChainBroken")<{
  readonly seq: number;
  readonly why: "hash-differs" | "out-of-place";
}> {
  override get message(): string {
    const what = this.why === "out-of-place" ? "is missing, or another stands in its place" : "is not what was sealed";
    return `entry ${this.seq} ${what}: everything before it stands; restore the rest from a copy`;
  }
}

/** A command's id was used before, for something else. */
export class CommandExistsWithDifferentContent extends Data.TaggedError("CommandExistsWithDifferentContent")<{
  readonly id: CommandId;
}> {
  override get message(): string {
    return `\`${this.id}\` was posted before with other content: give a new command an id of its own, and mend an old one by a reversal`;
  }
}

/** A command would be recorded before the last one that was. */
export class PostedBeforeLast extends Data.TaggedError("PostedBeforeLast")<{
  readonly postedAt: string;
  readonly last: string;
}> {
  override get message(): string {
    return `posted at ${this.postedAt}, before the last entry at ${this.last}: check the clock`;
  }
}

/** A command counts from a day that has not come yet. */
export class FutureDated extends Data.TaggedError("FutureDated")<{
  readonly effectiveOn: LocalDate;
  readonly today: LocalDate;
}> {
  override get message(): string {
    return `dated ${this.effectiveOn}, after the day it is posted, ${this.today}: post it when the day has come`;
  }
}

/** A command counts from before what it is about. */
export class DatedBefore extends Data.TaggedError("DatedBefore")<{
  readonly effectiveOn: LocalDate;
  readonly what: string;
  readonly since: LocalDate;
}> {
  override get message(): string {
    return `dated ${this.effectiveOn}, before \`${this.what}\` of ${this.since}: date it on that day or later`;
  }
}

/** An amount is too large to be summed exactly, or for anything that a court orders. */
export class AmountTooLarge extends Data.TaggedError("AmountTooLarge")<{
  readonly amount: number;
  readonly mostCents: number;
}> {
  override get message(): string {
    return `${this.amount} cents is more than the ${formatCents(this.mostCents as Cents)} that one amount may be: check the decimal point`;
  }
}

/** Money is not United States dollars. */
export class WrongCurrency extends Data.TaggedError("WrongCurrency")<{ readonly currency: string }> {
  override get message(): string {
    return `\`${this.currency}\` is not a currency of this ledger: it is kept in USD`;
  }
}

/** No such order. */
export class OrderNotFound extends Data.TaggedError("OrderNotFound")<{ readonly order: OrderId }> {
  override get message(): string {
    return `no order \`${this.order}\`: enter it first`;
  }
}

/** No such obligation. */
export class ObligationNotFound extends Data.TaggedError("ObligationNotFound")<{ readonly obligation: ClaimId }> {
  override get message(): string {
    return `no obligation \`${this.obligation}\`: enter its order first`;
  }
}

/** No such payee. */
export class PayeeNotFound extends Data.TaggedError("PayeeNotFound")<{ readonly payee: PayeeId }> {
  override get message(): string {
    return `no payee \`${this.payee}\`: open one first`;
  }
}

/** No such obligor. */
export class ObligorNotFound extends Data.TaggedError("ObligorNotFound")<{ readonly obligor: ObligorId }> {
  override get message(): string {
    return `no obligor \`${this.obligor}\`: open one first`;
  }
}

/** No such loss in an affidavit, or no such affidavit. */
export class LossNotFound extends Data.TaggedError("LossNotFound")<{
  readonly affidavit: AffidavitId;
  readonly line: string | null;
}> {
  override get message(): string {
    const what = this.line === null ? "affidavit" : `line \`${this.line}\` of affidavit`;
    return `no ${what} \`${this.affidavit}\`: file it first`;
  }
}

/** No such entry, or none of the kind that is asked for. */
export class EntryNotFound extends Data.TaggedError("EntryNotFound")<{
  readonly entry: EntryId;
  readonly wanted: string;
}> {
  override get message(): string {
    return `\`${this.entry}\` is no ${this.wanted} of this ledger`;
  }
}

/** The id of something new is taken. */
export class IdTaken extends Data.TaggedError("IdTaken")<{
  readonly what: "payee" | "obligor" | "order" | "obligation" | "affidavit" | "line" | "fee";
  readonly id: string;
}> {
  override get message(): string {
    return `the ${this.what} \`${this.id}\` is there already: give the new one an id of its own`;
  }
}

/** An order is satisfied, or was entered in error: nothing is paid on it. */
export class OrderClosed extends Data.TaggedError("OrderClosed")<{ readonly order: OrderId }> {
  override get message(): string {
    return `order \`${this.order}\` is closed: leave the order out to pay what else is owed, or refund the payment`;
  }
}

/** Somebody does not owe what they are said to pay. */
export class NotBound extends Data.TaggedError("NotBound")<{ readonly obligor: ObligorId; readonly to: string }> {
  override get message(): string {
    return `\`${this.obligor}\` owes nothing under \`${this.to}\`: name an obligor whom the order binds`;
  }
}

/** Money of an obligation would go to somebody who is not its payee. */
export class PayeeMismatch extends Data.TaggedError("PayeeMismatch")<{
  readonly payee: PayeeId;
  readonly obligation: ClaimId;
}> {
  override get message(): string {
    return `\`${this.obligation}\` is not owed to \`${this.payee}\`: name its own payee`;
  }
}

/** Nobody knows where a payee is: their money is held. */
export class PayeeUnlocatable extends Data.TaggedError("PayeeUnlocatable")<{ readonly payee: PayeeId }> {
  override get message(): string {
    return `\`${this.payee}\` has no address: hold the money, and search; record the address when it is found`;
  }
}

/** A payee has an address: their money is sent to them, and not given up. */
export class PayeeFound extends Data.TaggedError("PayeeFound")<{ readonly payee: PayeeId }> {
  override get message(): string {
    return `\`${this.payee}\` has an address: send the money there; record that it is not good any more before giving the money up`;
  }
}

/** More would be paid than is owed. */
export class BeyondOwed extends Data.TaggedError("BeyondOwed")<{
  readonly obligation: ClaimId;
  readonly owedCents: number;
}> {
  override get message(): string {
    return `\`${this.obligation}\` is owed ${formatCents(this.owedCents as Cents)} and no more`;
  }
}

/** More would leave an account than stands on it. */
export class BeyondHeld extends Data.TaggedError("BeyondHeld")<{
  readonly account: string;
  readonly heldCents: number;
}> {
  override get message(): string {
    return `\`${this.account}\` has ${formatCents(this.heldCents as Cents)} and no more`;
  }
}

/** A court would order less than was collected already: what becomes of the rest is for a person. */
export class ModifiedBelowCollected extends Data.TaggedError("ModifiedBelowCollected")<{
  readonly obligation: ClaimId;
  readonly collectedCents: number;
}> {
  override get message(): string {
    return `${formatCents(this.collectedCents as Cents)} of \`${this.obligation}\` is collected already: have a person decide where the rest goes, then move it before the order is modified`;
  }
}

/** An order is not paid, so that its satisfaction cannot be filed. */
export class OrderNotPaid extends Data.TaggedError("OrderNotPaid")<{
  readonly order: OrderId;
  readonly outstandingCents: number;
}> {
  override get message(): string {
    return `${formatCents(this.outstandingCents as Cents)} of order \`${this.order}\` is outstanding`;
  }
}

/** An entry is reversed already, or a disbursement was returned. */
export class AlreadyReversed extends Data.TaggedError("AlreadyReversed")<{
  readonly entry: EntryId;
  readonly by: EntryId;
}> {
  override get message(): string {
    return `\`${this.entry}\` is taken back already, by \`${this.by}\``;
  }
}

/** Entries of this kind move no money, or take something back themselves: a new command mends them. */
export class NotReversible extends Data.TaggedError("NotReversible")<{
  readonly entry: EntryId;
  readonly kind: string;
}> {
  override get message(): string {
    return `\`${this.entry}\` is of the kind \`${this.kind}\`, which is not reversed: post a new command that sets it right`;
  }
}

/** What an entry moved has been moved on since. */
export class MovedSince extends Data.TaggedError("MovedSince")<{
  readonly entry: EntryId;
  readonly account: string;
  readonly kind: AccountKind;
}> {
  override get message(): string {
    return `what \`${this.entry}\` moved is no longer on \`${this.account}\`: reverse what moved it on first`;
  }
}

/** More of a loss would be approved than was claimed. */
export class BeyondClaimed extends Data.TaggedError("BeyondClaimed")<{
  readonly affidavit: AffidavitId;
  readonly line: string;
  readonly claimedCents: number;
}> {
  override get message(): string {
    return `line \`${this.line}\` of \`${this.affidavit}\` claims ${formatCents(this.claimedCents as Cents)}: approve no more, or amend it first`;
  }
}

/** A loss that an obligation is ordered for was not approved, or for less. */
export class LossNotApproved extends Data.TaggedError("LossNotApproved")<{
  readonly obligation: ClaimId;
  readonly approvedCents: number;
}> {
  override get message(): string {
    return `the losses named for \`${this.obligation}\` are approved for ${formatCents(this.approvedCents as Cents)}: order no more, or name the others`;
  }
}

/** No provision of this id sends unclaimed money anywhere on the day. */
export class RouteNotLaw extends Data.TaggedError("RouteNotLaw")<{
  readonly rule: RuleId;
  readonly known: readonly RuleId[];
}> {
  override get message(): string {
    const known = this.known.map((id) => `\`${id}\``).join(", ");
    return `\`${this.rule}\` sends no unclaimed money anywhere on that day: ${known === "" ? "hold it, and have a person decide" : `write one of ${known}, in force and turned on`}`;
  }
}

/** A fee is of another class than its provision says. */
export class FeeClassDiffers extends Data.TaggedError("FeeClassDiffers")<{
  readonly rule: RuleId;
  readonly expected: ClaimClass;
}> {
  override get message(): string {
    return `\`${this.rule}\` gives a ${this.expected}: write this class`;
  }
}

/** A loss is of a kind that the state's law does not count: it is not approved. */
export class LossExcluded extends Data.TaggedError("LossExcluded")<{
  readonly affidavit: AffidavitId;
  readonly line: string;
  readonly provisions: readonly RuleId[];
}> {
  override get message(): string {
    const by = this.provisions.map((id) => `\`${id}\``).join(", ");
    return `line \`${this.line}\` of \`${this.affidavit}\` does not count as a loss here (${by}): refuse it with 0, or amend its category`;
  }
}

/** Why a command is not posted, in order of precedence; nothing is posted then. */
export type LedgerError =
  | CommandExistsWithDifferentContent
  | PostedBeforeLast
  | FutureDated
  | OrderNotFound
  | ObligationNotFound
  | PayeeNotFound
  | ObligorNotFound
  | LossNotFound
  | EntryNotFound
  | RouteNotLaw
  | IdTaken
  | DatedBefore
  | AmountNotPositive
  | AmountTooLarge
  | WrongCurrency
  | OrderClosed
  | NotBound
  | PayeeMismatch
  | OrderedNotPositive
  | FeeUnknown
  | FeeNotOwed
  | ChargesUncounted
  | FeeClassDiffers
  | BeyondClaimed
  | LossExcluded
  | LossNotApproved
  | AlreadyReversed
  | NotReversible
  | PayeeUnlocatable
  | PayeeFound
  | BeyondOwed
  | BeyondHeld
  | ModifiedBelowCollected
  | OrderNotPaid
  | MovedSince
  | OptionUnknown
  | NoPolicyDecides
  | DiscretionNeeded;
