import { decidingTerms, type LeftOutTerm, type TermQuestion } from "./deciding-terms.ts";
import { groundOf, type TermGround } from "./ground.ts";
import type { MoneyHolder, UnclaimedTerm } from "./unclaimed-term.ts";

/** Where a provision sends the money of a payee who cannot be found. */
export type UnclaimedRoute = TermGround &
  Pick<UnclaimedTerm, "heldBy" | "route" | "needsCourtOrder" | "afterDays" | "ifFound">;

/** The one route that the law gives; with none or several, a person decides. */
export type UnclaimedAnswer = {
  readonly answer: "known" | "needs-a-person";
  readonly routes: readonly UnclaimedRoute[];
  readonly leftOut: readonly LeftOutTerm[];
};

/**
 * Tells where money goes whose payee cannot be found. Whether the search was long enough is a person's to judge
 * wherever no time was read.
 */
export const unclaimedRoute = (
  { unclaimed }: { readonly unclaimed: readonly UnclaimedTerm[] },
  { heldBy, ...question }: TermQuestion & { readonly heldBy: MoneyHolder },
): UnclaimedAnswer => {
  const { deciding, leftOut } = decidingTerms(
    unclaimed.filter((term) => term.heldBy === heldBy),
    question,
  );
  return { answer: deciding.length === 1 ? "known" : "needs-a-person", routes: deciding.map(routeOf), leftOut };
};

const routeOf = (term: UnclaimedTerm): UnclaimedRoute => {
  const { heldBy, route, needsCourtOrder, afterDays, ifFound } = term;
  return { ...groundOf(term), heldBy, route, needsCourtOrder, afterDays, ifFound };
};
