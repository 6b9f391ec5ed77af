import { decidingTerms, type LeftOutTerm, type TermQuestion } from "./deciding-terms.ts";
import { groundOf, type TermGround } from "./ground.ts";
import type { PayerStage, PaymentRouteTerm } from "./payment-route-term.ts";

/** A provision on whom restitution is paid to. */
export type PayableGround = TermGround & Pick<PaymentRouteTerm, "payTo" | "agency">;

/** Whom restitution is paid to. `needs-a-person` when no provision that decides speaks of it, or when two disagree. */
export type PayableAnswer = {
  readonly answer: PaymentRouteTerm["payTo"] | "needs-a-person";
  readonly grounds: readonly PayableGround[];
  readonly leftOut: readonly LeftOutTerm[];
};

/**
 * Tells whether restitution goes through an agency or directly to the victim, by where the person who owes it stands.
 */
export const payableTo = (
  { directPayment }: { readonly directPayment: readonly PaymentRouteTerm[] },
  { stage, ...question }: TermQuestion & { readonly stage: PayerStage },
): PayableAnswer => {
  const speaking = directPayment.filter(({ stages }) => stages === undefined || stages.includes(stage));
  const { deciding, leftOut } = decidingTerms(speaking, question);
  const ways = new Set(deciding.map(({ payTo }) => payTo));
  const [only] = ways;
  return {
    answer: only === undefined || ways.size > 1 ? "needs-a-person" : only,
    grounds: deciding.map((term) => ({ ...groundOf(term), payTo: term.payTo, agency: term.agency })),
    leftOut,
  };
};
