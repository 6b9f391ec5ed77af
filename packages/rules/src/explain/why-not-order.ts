import { FIRST_FACTS } from "../diagram/order.ts";
import type { Reason, TestReason, WhyNotGround } from "./explanation.ts";

/** Grants that do not stand, those that still may first, then those that fail the fewest tests; overridden ones are left out. */
export const whyNotNearestFirst = (whyNot: readonly WhyNotGround[]): readonly WhyNotGround[] =>
  whyNot.filter(({ outcome }) => outcome !== "overridden").toSorted((left, right) => distance(left) - distance(right));

/** Failed tests weigh more than any number of missing ones; a grant that may stand comes before all that cannot. */
const distance = ({ outcome, lacking }: WhyNotGround): number => {
  const { failed, missing } = lacking === null ? NOTHING : lacks(lacking);
  return (outcome === "depends" ? 0 : 1_000_000) + failed * 1000 + missing;
};

type Lacks = { readonly failed: number; readonly missing: number };

const NOTHING: Lacks = { failed: 0, missing: 0 };

/** Of tests any one of which would do, the one that lacks least counts. */
const lacks = (reason: Reason): Lacks => {
  if (reason.kind === "test")
    return { failed: reason.state === "fails" ? weightOf(reason) : 0, missing: reason.state === "missing" ? 1 : 0 };
  const parts = reason.parts.map(lacks);
  if (reason.kind === "all")
    return parts.reduce(
      (sum, part) => ({ failed: sum.failed + part.failed, missing: sum.missing + part.missing }),
      NOTHING,
    );
  return parts.reduce((best, part) =>
    part.failed < best.failed || (part.failed === best.failed && part.missing < best.missing) ? part : best,
  );
};

/** A provision about another kind of event is no near miss. */
const weightOf = ({ fact }: TestReason): number => (FIRST_FACTS.includes(fact) ? 10 : 1);
