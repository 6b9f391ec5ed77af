import type { Registration } from "@victim-rights/core";
import * as Result from "effect/Result";
import { createPlanner, pairKey, type PlannerInput } from "./create-planner.ts";
import type { PlannerError } from "./errors.ts";
import { duplicatesAmong } from "./merge-registrations.ts";
import type { Disposition, NoticePlan, PlanCounts } from "./notice-plan.ts";

/** What a whole plan is made from. */
export type PlanInput = PlannerInput & { readonly registrations: readonly Registration[] };

/**
 * Plans every pair at once, in three lists ordered by person, supervised person, event and revision. The order of the input changes nothing.
 * @errors as `createPlanner`.
 */
export const planNotices = (input: PlanInput): Result.Result<NoticePlan, PlannerError> =>
  Result.map(createPlanner(input), ({ planFor, duplicateEvents }) => {
    const dispositions = planFor(input.registrations);
    const owed = dispositions.filter((each) => each.list === "owed");
    const needsPerson = dispositions.filter((each) => each.list === "needs-a-person");
    const notOwed = dispositions.filter((each) => each.list === "not-owed");
    const counts: PlanCounts = {
      pairs: dispositions.length,
      owed: owed.length,
      notices: owed.reduce((sum, { notices }) => sum + notices.length, 0),
      needsPerson: needsPerson.length,
      notOwed: notOwed.length,
      duplicateEvents,
      ...registrationCounts(input, dispositions),
    };
    return { jurisdiction: input.law.id, now: input.now, owed, needsPerson, notOwed, counts };
  });

const registrationCounts = (
  { registrations }: PlanInput,
  dispositions: readonly Disposition[],
): Pick<PlanCounts, "duplicateRegistrations" | "registrationsWithoutEvent"> => {
  const met = new Set(dispositions.map(({ supervisedPersonId }) => supervisedPersonId));
  const groups = [...Map.groupBy(registrations, pairKey).values()];
  return {
    duplicateRegistrations: groups.reduce((sum, rows) => sum + duplicatesAmong(rows), 0),
    registrationsWithoutEvent: registrations.filter(({ supervisedPersonId }) => !met.has(supervisedPersonId)).length,
  };
};
