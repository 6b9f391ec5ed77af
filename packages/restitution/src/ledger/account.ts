import type { ClaimId } from "../allocation/claim.ts";
import type { CommandId, ObligorId } from "./ids.ts";

/**
 * An account of the ledger. Two books in one: money on deposit, and the debts it is collected for.
 *
 * Money: `held` (debit) is what lies on deposit; `unallocated`, `payable` and `unclaimed` (credit) say whom it is for.
 * Debts: `ordered` (credit) is what the court ordered; `outstanding` and `collected` (debit) are its two parts.
 */
export type AccountId =
  | "held"
  | `unallocated/${CommandId}`
  | `payable/${ClaimId}`
  | `unclaimed/${ClaimId}`
  | `ordered/${ClaimId}`
  | `outstanding/${ClaimId}`
  | `collected/${ClaimId}/${ObligorId}`;

/** What an account is about: the part of its name before the first slash. */
export type AccountKind = "held" | "unallocated" | "payable" | "unclaimed" | "ordered" | "outstanding" | "collected";

/** Which side makes an account larger. */
export const NORMAL_SIDE: Readonly<Record<AccountKind, "debit" | "credit">> = {
  held: "debit",
  unallocated: "credit",
  payable: "credit",
  unclaimed: "credit",
  ordered: "credit",
  outstanding: "debit",
  collected: "debit",
};

/** The kind of an account. */
export const kindOf = (account: AccountId): AccountKind => {
  const slash = account.indexOf("/");
  return (slash < 0 ? account : account.slice(0, slash)) as AccountKind;
};
