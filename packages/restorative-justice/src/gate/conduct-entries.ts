import { addHours, type Instant } from "@victim-rights/core";
import { type Facts, UNCERTAIN } from "@victim-rights/rules";
import { expiredBecause } from "../screening/expiry.ts";
import type { FactEntry, GateInput } from "./fact-entry.ts";
import type { GatePapers, OrderCheck } from "./gate-papers.ts";

/** Facts about the offender's custody (G06), the orders between the two (G10), and conduct towards the victim (G11). */
export const conductEntries = (input: GateInput): readonly FactEntry[] => [
  custodyEntry(input),
  ...orderEntries(input),
  conductEntry(input),
];

const custodyEntry = ({ facts: { papers }, policy }: GateInput): FactEntry => {
  const inputs = papers.custody === null ? [] : [papers.custody.paper];
  if (policy.allowedStatuses === null) return { fact: "custody.status-allowed", value: UNCERTAIN, inputs };
  const { statuses, cites } = policy.allowedStatuses;
  const value = papers.custody === null ? undefined : statuses.includes(papers.custody.status);
  return { fact: "custody.status-allowed", value, inputs, cites };
};

const orderEntries = ({ facts: { papers }, policy, at: now }: GateInput): readonly FactEntry[] => {
  const made = papers.orderChecks.filter(({ at }) => at <= now).toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const [latest] = made;
  const changes = papers.triggers.filter(({ kind }) => kind === "order-change");
  const days = policy.screening.orderCheckExpiresAfterDays;
  const inputs = [...papers.orderChecks.map(({ id }) => id), ...papers.courtChanges.map(({ document }) => document)];
  return [
    { fact: "order.active", value: isActive(papers, { latest, now }), inputs },
    {
      fact: "order.check-recent",
      value: latest !== undefined && expiredBecause(latest.at, days, { now, triggers: changes }) === null,
      inputs,
    },
    { fact: "order.check-made", value: latest !== undefined, inputs },
  ];
};

type Latest = { readonly latest: OrderCheck | undefined; readonly now: Instant };

/**
 * INVARIANT: an order once found stays until the court's own document, later than the check; a later check that does not
 * find it changes nothing (INV-10). One found in a check of the future counts too: it opens nothing by a wrong clock.
 */
const isActive = ({ orderChecks, courtChanges }: GatePapers, { latest, now }: Latest): Facts[string] => {
  const lifted = (found: OrderCheck): boolean => courtChanges.some(({ at }) => at > found.at && at <= now);
  if (orderChecks.some((check) => check.found === "active_order" && !lifted(check))) return true;
  if (latest === undefined) return undefined;
  return latest.found === "unknown" ? UNCERTAIN : false;
};

/** A month is taken as 31 days: the period is never shorter than it sounds. */
const HOURS_PER_MONTH = 31 * 24;

const conductEntry = ({ facts, policy, at: now }: GateInput): FactEntry => {
  const { conduct, triggers } = facts.papers;
  if (conduct === null) return { fact: "conduct.against-victim", value: undefined, inputs: [] };
  const since = addHours(now, -policy.conductLookBackMonths * HOURS_PER_MONTH);
  const found = conduct.incidents.some(({ at }) => at >= since);
  const contacts = triggers.filter(({ kind }) => kind === "new-contact");
  const days = policy.screening.screenExpiresAfterDays;
  const isReviewed = expiredBecause(conduct.reviewedAt, days, { now, triggers: contacts }) === null;
  return {
    fact: "conduct.against-victim",
    value: found || (isReviewed ? false : undefined),
    inputs: [conduct.paper, ...conduct.incidents.map(({ id }) => id)],
  };
};
