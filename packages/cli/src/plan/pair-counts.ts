import type { Disposition } from "@victim-rights/notification";
import type { PlanTotals } from "./plan-totals.ts";

type PairTotals = Pick<PlanTotals, "pairs" | "owed" | "notices" | "needsPerson" | "notOwed" | "late">;

/** Counts dispositions as they come; every one is in exactly one list, so the lists add up to the pairs. */
export type PairCounts = { readonly add: (disposition: Disposition) => void; readonly totals: () => PairTotals };

export const createPairCounts = (): PairCounts => {
  const lists: Record<Disposition["list"], number> = { owed: 0, "needs-a-person": 0, "not-owed": 0 };
  let pairs = 0;
  let notices = 0;
  let late = 0;
  return {
    add: (disposition) => {
      pairs += 1;
      lists[disposition.list] += 1;
      if (disposition.list !== "owed") return;
      notices += disposition.notices.length;
      late += disposition.notices.filter(({ timing }) => timing === "late" || timing === "impossible").length;
    },
    totals: () => ({
      pairs,
      owed: lists.owed,
      notices,
      needsPerson: lists["needs-a-person"],
      notOwed: lists["not-owed"],
      late,
    }),
  };
};
