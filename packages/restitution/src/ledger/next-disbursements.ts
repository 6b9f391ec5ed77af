import { disbursementsIn, type PayeeInRun, type RunAsked } from "./disbursements-in.ts";
import { bookOf, type Ledger } from "./ledger.ts";

/** Everybody to whom something is payable, with what a disbursement run of a day would do about it, and why. */
export const nextDisbursements = (ledger: Ledger, asked: RunAsked): readonly PayeeInRun[] =>
  disbursementsIn(bookOf(ledger), ledger.law, asked);
