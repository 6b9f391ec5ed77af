import { decidingTerms, type LeftOutTerm, type TermQuestion } from "./deciding-terms.ts";
import type { DurationTerm } from "./duration-term.ts";
import { groundOf, type TermGround } from "./ground.ts";

/** A provision on how long restitution is owed. */
export type DurationGround = TermGround & Pick<DurationTerm, "ends" | "bindsEstate" | "says">;

/** How long restitution is owed. `needs-a-person` when no provision that decides settles it, or when two disagree. */
export type DurationAnswer = {
  readonly answer: "when-fully-paid" | "needs-a-person";
  readonly grounds: readonly DurationGround[];
  readonly leftOut: readonly LeftOutTerm[];
};

/** Tells how long restitution is owed; no debt ends because nobody can say. */
export const debtDuration = (
  { duration }: { readonly duration: readonly DurationTerm[] },
  question: TermQuestion,
): DurationAnswer => {
  const { deciding, leftOut } = decidingTerms(duration, question);
  const isSettled = deciding.length > 0 && deciding.every(({ ends }) => ends === "when-fully-paid");
  return {
    answer: isSettled ? "when-fully-paid" : "needs-a-person",
    grounds: deciding.map((term) => {
      const { ends, bindsEstate, says } = term;
      return { ...groundOf(term), ends, bindsEstate, says };
    }),
    leftOut,
  };
};
