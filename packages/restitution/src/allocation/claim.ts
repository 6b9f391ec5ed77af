import { CaseNumber, LocalDate } from "@victim-rights/core";
import { z } from "zod";

/** Who or what a debt of a judgment is owed to, as an order of payment tells them apart. */
export const ClaimClass = z.enum([
  "victim",
  "estate",
  "compensation-programme",
  "public-body",
  "insurer",
  "statutory-charge",
  "supervision-fee",
  "administration-fee",
  "court-cost",
  "fine",
  "county-fund",
  "other-payment",
]);
export type ClaimClass = z.infer<typeof ClaimClass>;

/** Names one debt of one judgment; it becomes a part of the names of accounts, which `/` and `#` part. */
export const ClaimId = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^/#]*$/u, "write an id without `/` and `#`")
  .brand<"ClaimId">();
export type ClaimId = z.infer<typeof ClaimId>;

const Amount = z.int("write an amount in whole cents").min(0).brand<"Cents">();

/** One debt of one judgment, as it stands before a payment is divided. */
export const Claim = z.strictObject({
  id: ClaimId,
  class: ClaimClass,
  cause: CaseNumber.meta({ description: "The cause number of the judgment." }),
  judgmentDate: LocalDate,
  listed: z.int().min(1).meta({ description: "Its place in the judgment's own list, from 1." }),
  orderedCents: Amount,
  owedCents: Amount.meta({ description: "What is still unpaid." }),
});
export type Claim = Readonly<z.infer<typeof Claim>>;

/** What is still unpaid of several claims. */
export const owedOn = (claims: readonly Claim[]): number => claims.reduce((sum, { owedCents }) => sum + owedCents, 0);

/** Earlier judgments first, then as the judgment lists them; the id settles what nothing else does. */
export const inListedOrder = (left: Claim, right: Claim): number =>
  compare(left.judgmentDate, right.judgmentDate) ||
  compare(left.cause, right.cause) ||
  left.listed - right.listed ||
  compare(left.id, right.id);

const compare = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);
