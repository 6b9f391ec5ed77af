import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import type { AccountId } from "./account.ts";
import { DocumentRef, EntryId, OrderId } from "./ids.ts";

/** Why money moved: a rule and the step of it, a court order, a paper, or the entry that is reversed. */
export const Ground = z.union([
  z.strictObject({ rule: RuleId, path: z.string() }),
  z.strictObject({ order: OrderId }),
  z.strictObject({ document: DocumentRef }),
  z.strictObject({ reverses: EntryId }),
]);
export type Ground = Readonly<z.infer<typeof Ground>>;

const AccountName = z
  .string()
  .regex(
    /^(?:held|(?:unallocated|payable|unclaimed|ordered|outstanding|collected)\/.+)$/su,
    "write an account of the ledger",
  )
  .transform((text) => text as AccountId);

/** Cents that leave one account and come to another, so that debits and credits are the same at all times. */
export const Transfer = z.strictObject({
  debit: AccountName,
  credit: AccountName,
  cents: z.int().min(1),
  ground: Ground,
});
export type Transfer = Readonly<z.infer<typeof Transfer>>;
