import { type Instant, invariant } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import { compareText } from "../compare-text.ts";
import { earlier } from "../legal-interval.ts";
import type { DutyGround, Owed, OwedNotice, Pair, SendTarget } from "../notice-plan.ts";
import { ObligationId } from "./ids.ts";
import type {
  NoticeSubject,
  ObligationDeadline,
  ObligationGround,
  ObligationTerms,
  ProofNeeded,
} from "./obligation-terms.ts";

/** What a pair's notices are about. */
export const subjectOf = ({
  jurisdiction,
  personId,
  supervisedPersonId,
  eventId,
  revision,
  eventKind,
}: Pair): NoticeSubject => ({ jurisdiction, personId, supervisedPersonId, eventId, revision, eventKind });

/**
 * The obligations that one owed notice makes: one, or one for each moment where no single moment meets every ground.
 * `covered` are the rules of obligations that this notice has made before: what they cover is not opened again.
 */
export const termsOfNotice = (
  pair: Owed,
  notice: OwedNotice,
  covered: ReadonlySet<RuleId>,
): readonly ObligationTerms[] => {
  const parts = notice.targets.flatMap((target) => {
    const grounds = groundsMetBy(target, notice).filter(({ ground }) => !covered.has(ground.rule));
    return grounds.length === 0 ? [] : [{ target, grounds }];
  });
  const isWhole = parts.length === 1 && covered.size === 0;
  return parts.map(({ target, grounds }) => ({
    id: isWhole ? ObligationId.parse(notice.id) : partId(notice, grounds),
    kind: "notice",
    noticeId: notice.id,
    subject: subjectOf(pair),
    dutyBearers: notice.dutyBearers,
    grounds: grounds.map(obligationGround),
    deadline: deadlineOf(target, grounds),
    sendFrom: target.at,
    proof: proofOf(grounds),
    corrects: null,
  }));
};

/** The grounds that a moment meets; the first moment takes those as well whose windows have closed, and which none meets. */
const groundsMetBy = (target: SendTarget, { targets, grounds }: OwedNotice): readonly DutyGround[] => {
  const met = new Set(targets.flatMap(({ meets }) => meets));
  return grounds.filter(
    ({ ground: { rule } }) => target.meets.includes(rule) || (target === targets[0] && !met.has(rule)),
  );
};

const partId = ({ id }: OwedNotice, grounds: readonly DutyGround[]): ObligationId => {
  const rules = grounds.map(({ ground }) => ground.rule).toSorted(compareText);
  return ObligationId.parse(`${id}/${encodeURIComponent(rules.join("+"))}`);
};

const obligationGround = ({ ground, duty, interval, symbolic, basis }: DutyGround): ObligationGround => ({
  rule: ground.rule,
  title: ground.title,
  basis,
  cites: ground.cites,
  verified: ground.verified,
  opens: interval.opens,
  closes: interval.closes,
  symbolic,
  methods: duty.methods,
  ifMissed: duty.ifMissed,
});

const deadlineOf = (target: SendTarget, grounds: readonly DutyGround[]): ObligationDeadline => {
  const [law, policy] = (["law", "policy"] as const).map((basis) => grounds.filter((each) => each.basis === basis));
  invariant(law !== undefined && policy !== undefined, "a ground rests on law or on policy");
  const lawBy = [earliestClosing(law), law.length > 0 && target.basis === "law" ? target.by : null];
  return {
    law: lawDeadline(lawBy.reduce(earlier, null), law),
    policy: policyDeadline(target, earliestClosing(policy)),
  };
};

const earliestClosing = (grounds: readonly DutyGround[]): Instant | null =>
  grounds.map(({ interval }) => interval.closes).reduce(earlier, null);

const lawDeadline = (by: Instant | null, grounds: readonly DutyGround[]): ObligationDeadline["law"] => {
  const rules = grounds.filter(({ interval }) => interval.closes !== null).map(({ ground }) => ground.rule);
  return by === null ? null : { by, rules };
};

const policyDeadline = ({ basis, by, policy }: SendTarget, ruleBy: Instant | null): ObligationDeadline["policy"] => {
  const served = basis === "policy" && by !== null && policy !== null ? { by, policy } : null;
  if (ruleBy === null || (served !== null && served.by <= ruleBy)) return served;
  return { by: ruleBy, policy: "policy: a rule that the agency turned on" };
};

/** The law names certified mail alone, and nothing else satisfies it. */
const isCertifiedAlone = ({ duty: { methods, automatedSystemSatisfies } }: DutyGround): boolean =>
  !automatedSystemSatisfies && methods.length > 0 && methods.every((method) => method === "certified-mail");

const proofOf = (grounds: readonly DutyGround[]): ProofNeeded => ({
  needs: grounds.some(isCertifiedAlone) ? "return-receipt-or-confirmation" : "confirmation-or-accepted-delivery",
  basis: "house",
});
