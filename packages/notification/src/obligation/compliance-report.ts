import { type Citation, type Instant } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import { compareText } from "../compare-text.ts";
import type { DutyBearer } from "../duty.ts";
import { earlier } from "../legal-interval.ts";
import type { ObligationId } from "./ids.ts";
import { isOpen, type Obligation } from "./obligation.ts";
import type { ObligationGround } from "./obligation-terms.ts";

/**
 * How the duties of one rule and its duty-bearers stand. Each list is the number and the proof of it. Every obligation is
 * in exactly one of `met`, `late`, `open` and `endedOtherwise`; it may be in `due` and `escalated` besides.
 */
export type ComplianceLine = {
  readonly rule: RuleId;
  readonly basis: ObligationGround["basis"];
  readonly cites: readonly Citation[];
  readonly dutyBearers: readonly DutyBearer[];
  /** Their deadline has come. A rule without a number is never due. */
  readonly due: readonly ObligationId[];
  /** Proven to have reached the person, and before the deadline where there is one. */
  readonly met: readonly ObligationId[];
  /** The deadline came, and no proof is dated before it; a notice that arrived later is late, too. */
  readonly late: readonly ObligationId[];
  /** Nothing is proven yet, and the deadline is still to come or the law gives no number. */
  readonly open: readonly ObligationId[];
  /** Ended without a notice before any deadline was missed: declined, superseded, withdrawn, corrected, or decided by a person. */
  readonly endedOtherwise: readonly ObligationId[];
  /** A person has it in hand. */
  readonly escalated: readonly ObligationId[];
};

/**
 * Duties due, met, late, escalated and open at a moment, by rule and duty-bearer, in order of rule. That a duty is met when
 * the notice arrived, and not when it was sent, is a house rule: the laws read so far do not say.
 */
export const complianceReport = (obligations: readonly Obligation[], now: Instant): readonly ComplianceLine[] => {
  const duties = obligations.flatMap((obligation) => obligation.grounds.map((ground) => ({ obligation, ground })));
  return [...Map.groupBy(duties, keyOf)]
    .toSorted(([one], [other]) => compareText(one, other))
    .flatMap(([, [first, ...others]]) => (first === undefined ? [] : [lineOf(first, [first, ...others], now)]));
};

type Duty = { readonly obligation: Obligation; readonly ground: ObligationGround };
type Standing = "met" | "late" | "open" | "endedOtherwise";

const keyOf = ({ ground: { rule, basis }, obligation: { dutyBearers } }: Duty): string =>
  `${rule} ${basis} ${dutyBearers.join("+")}`;

const lineOf = ({ ground, obligation }: Duty, duties: readonly Duty[], now: Instant): ComplianceLine => {
  const { rule, basis, cites } = ground;
  const idsOf = (isIn: (duty: Duty) => boolean): readonly ObligationId[] =>
    duties
      .filter(isIn)
      .map((duty) => duty.obligation.id)
      .toSorted(compareText);
  const standing = (wanted: Standing) => (duty: Duty) => standingOf(duty, now) === wanted;
  return {
    rule,
    basis,
    cites,
    dutyBearers: obligation.dutyBearers,
    due: idsOf((duty) => isPast(duty.ground.closes, now)),
    met: idsOf(standing("met")),
    late: idsOf(standing("late")),
    open: idsOf(standing("open")),
    endedOtherwise: idsOf(standing("endedOtherwise")),
    escalated: idsOf((duty) => ["with-person", "searching"].includes(duty.obligation.state)),
  };
};

const isPast = (closes: Instant | null, now: Instant): boolean => closes !== null && closes <= now;

const standingOf = ({ obligation, ground: { closes } }: Duty, now: Instant): Standing => {
  const proven = provenAt(obligation);
  if (proven !== null) return closes !== null && proven >= closes ? "late" : "met";
  // An obligation that ended before its deadline did not miss it; one that ended afterwards had missed it already.
  if (!isOpen(obligation)) return isPast(closes, obligation.lastAt) ? "late" : "endedOtherwise";
  return isPast(closes, now) ? "late" : "open";
};

/** When the notice is first proven to have reached the person; a receipt that the duty does not accept proves nothing. */
const provenAt = ({ evidence, proof }: Obligation): Instant | null =>
  evidence
    .map((each) => {
      if (each.kind === "confirmed-by-person" || each.kind === "return-receipt" || each.kind === "staff-call")
        return each.at;
      const accepted = proof.needs === "confirmation-or-accepted-delivery";
      return each.kind === "delivery-receipt" && accepted ? each.at : null;
    })
    .reduce(earlier, null);
