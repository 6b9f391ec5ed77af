import { apportion } from "./apportion.ts";
import type { Distribution } from "./distribution.ts";
import type { Step } from "./step.ts";

/** Each step on what the one before it leaves. */
export const inOrder =
  (steps: readonly Step[]): Step =>
  (amount, debts, sofar) => {
    let left = amount;
    for (const step of steps) {
      left = step(left, debts, sofar);
      if (sofar.refusal !== null) return left;
    }
    return left;
  };

/** A share of an amount, and the step that it goes to. */
export type Share = { readonly basisPoints: number; readonly step: Step };

type Unused = Extract<Distribution, { readonly kind: "shares" }>["unused"];

/** Round by round: what some parts leave is shared again among those that could use all of theirs. */
export const inShares =
  (shares: readonly Share[], unused: Unused): Step =>
  (amount, debts, sofar) => {
    let left = amount;
    let open = shares;
    while (open.length > 0) {
      const amounts = apportion(left, open.map(weight));
      const rests = open.map(({ step }, place) =>
        sofar.refusal === null ? step(amounts[place] ?? 0, debts, sofar) : 0,
      );
      left = rests.reduce((sum, rest) => sum + rest, 0);
      if (unused === "left-over" || left === 0 || sofar.refusal !== null) return left;
      open = open.filter((_, place) => rests[place] === 0);
    }
    return left;
  };

const weight = ({ basisPoints }: Share): number => basisPoints;
