import { LocalDate, type VerificationStatus } from "@victim-rights/core";
import fc from "fast-check";
import type { Rule } from "../file/rule-file.ts";
import { arbitraryConditions, type ConditionNames } from "./arbitrary-condition.ts";

/** The day on which later versions of generated rules took effect. */
const CHANGED_ON: LocalDate = LocalDate.parse("2012-01-01");

/** A day on which earlier versions of generated rules were law. */
export const EARLIER_DAY: LocalDate = LocalDate.parse("2006-06-01");

/** The same rules, some of them in two versions: the earlier one may read like the later, and may be off by default. */
export const arbitraryVersions = (rules: readonly Rule[], names: ConditionNames): fc.Arbitrary<readonly Rule[]> =>
  fc
    .tuple(...rules.map((rule) => (isLawThroughout(rule) ? arbitraryVersionsOf(rule, names) : fc.constant([rule]))))
    .map((lists) => lists.flat());

const isLawThroughout = ({ inForce: { from, until } }: Rule): boolean =>
  (from === null || from < CHANGED_ON) && (until === null || until > CHANGED_ON);

const arbitraryVersionsOf = (rule: Rule, names: ConditionNames): fc.Arbitrary<readonly Rule[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([rule]) },
    {
      weight: 1,
      arbitrary: fc
        .record({
          conditions: fc.option(arbitraryConditions(names)),
          status: fc.constantFrom<VerificationStatus>("read", "read", "recalled"),
        })
        .map(({ conditions, status }): readonly Rule[] => [
          {
            ...rule,
            inForce: { ...rule.inForce, until: CHANGED_ON },
            conditions: conditions ?? rule.conditions,
            verified: { ...rule.verified, status },
          },
          { ...rule, inForce: { ...rule.inForce, from: CHANGED_ON } },
        ]),
    },
  );
