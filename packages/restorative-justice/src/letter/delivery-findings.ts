import { compareInstants } from "@victim-rights/core";
import type { GateId } from "../programme/gate-result.ts";
import type { GateFinding } from "../programme/programme-rules.ts";
import { type DatedCheck, isOfTheDay, isWithinDays } from "./check-age.ts";
import { wasRequested } from "./letter-case.ts";
import type { LetterFacts } from "./letter-facts.ts";
import type { AskedOfLetter } from "./letter-setting.ts";

/** What the gates of notice, delivery and keeping find. */
export const DELIVERY_FINDINGS: Readonly<Record<GateId, (asked: AskedOfLetter) => GateFinding>> = {
  G03: ({ setting: { facts, policy } }) => ageFinding(facts.victimAge, policy.minimumVictimAge),
  G10: (asked) => orderFinding(asked),
  G11: (asked) => checked(asked, asked.setting.facts.conduct, "none_in_look_back", "contact_or_misconduct"),
  "G-LB-opt-in": (asked) => optInFinding(asked),
  "G-LB-channel": (asked) => checked(asked, asked.setting.facts.channel, "safe", "not_safe"),
  "G-LB-identity": (asked) => checked(asked, asked.setting.facts.identity, "verified", "not_verified"),
  "G-LB-way": ({ command, setting: { policy } }) => ({
    outcome: command.act === "request-delivery" && policy.deliveryWays.includes(command.way) ? "pass" : "block",
    inputs: [command.id],
  }),
  "G-LB-retention": (asked) => retentionFinding(asked),
};

/** Identity, order and safe channel are looked at on the very day that a letter is reconfirmed and delivered. */
const mustBeOfTheDay = ({ command: { act } }: AskedOfLetter): boolean => act === "reconfirm" || act === "deliver";

const isFresh = (asked: AskedOfLetter, check: Pick<DatedCheck<string>, "at">): boolean => {
  const { command, setting } = asked;
  return mustBeOfTheDay(asked)
    ? isOfTheDay(check, command.at, setting.facts.zone)
    : isWithinDays(check, setting.policy.orderCheckExpiresAfterDays, command.at);
};

/** An order that was seen blocks however old the check is; only a fresh look that found none passes. */
const orderFinding = (asked: AskedOfLetter): GateFinding => {
  const { orders } = asked.setting.facts;
  if (orders?.found === "active_order") return { outcome: "block", inputs: [orders.id] };
  const isClean = orders?.found === "no_active_order" && isFresh(asked, orders);
  return { outcome: isClean ? "pass" : "hold", inputs: [orders?.id] };
};

const checked = <Found extends string>(
  asked: AskedOfLetter,
  check: DatedCheck<Found> | null,
  ...[good, bad]: readonly [Found, Found]
): GateFinding => {
  if (check?.found === bad) return { outcome: "block", inputs: [check.id] };
  const isGood = check !== null && check.found === good && isFresh(asked, check);
  return { outcome: isGood ? "pass" : "hold", inputs: [check?.id] };
};

const ageFinding = (age: number | null, minimum: number | null): GateFinding => {
  if (minimum === null) return { outcome: "pass", inputs: [] };
  if (age === null) return { outcome: "hold", inputs: [] };
  return { outcome: age >= minimum ? "pass" : "block", inputs: [] };
};

const OPTED_IN = {
  opt_in_only: ["asked"],
  notify_registered: ["asked", "registered_for_letters"],
} as const satisfies Readonly<Record<string, readonly LetterFacts["optIn"]["how"][]>>;

const optInFinding = ({ setting: { facts, policy } }: AskedOfLetter): GateFinding => {
  const opted: readonly LetterFacts["optIn"]["how"][] = OPTED_IN[policy.notifyPolicy];
  return { outcome: opted.includes(facts.optIn.how) ? "pass" : "hold", inputs: [facts.optIn.id] };
};

/** A letter that was asked for, or is kept without an end, never goes; nor does one whose victim wishes to hear of letters. */
const retentionFinding = (asked: AskedOfLetter): GateFinding => {
  const { case: letter, setting } = asked;
  const isKept = wasRequested(letter) || setting.policy.retention.kind === "indefinite";
  if (isKept) return { outcome: "block", inputs: [letter.id] };
  const isOver = hasNoOptIn(setting.facts) && isPeriodOver(asked);
  return { outcome: isOver ? "pass" : "hold", inputs: [letter.id, setting.facts.optIn.id] };
};

const isPeriodOver = (asked: AskedOfLetter): boolean => {
  const { case: letter, command, setting } = asked;
  const { retention } = setting.policy;
  if (retention.kind !== "days_in_bank") return isDischarged(asked);
  const banked = letter.record.find(({ act }) => act === "bank")?.at ?? command.at;
  return !isWithinDays({ at: banked }, retention.days, command.at);
};

const isDischarged = ({ command, setting: { facts } }: AskedOfLetter): boolean =>
  facts.authorDischargedAt !== null && compareInstants(facts.authorDischargedAt, command.at) <= 0;

const hasNoOptIn = ({ optIn }: LetterFacts): boolean => optIn.how === "none" || optIn.how === "custody_notices_only";
