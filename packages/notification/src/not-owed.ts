import type { ChannelId } from "@victim-rights/core";
import { channelFactName, decide, type Facts } from "@victim-rights/rules";
import * as Result from "effect/Result";
import type { Verdict } from "./decide-cases.ts";
import type { KindCoverage } from "./law-of-day.ts";
import type { NotOwed, NotOwedReason } from "./notice-plan.ts";
import type { PairInput } from "./plan-context.ts";

/** Keeps a pair for audit, with the reason nothing is owed. */
export const notOwed = (
  { pair }: PairInput,
  reason: NotOwedReason,
  kept: { readonly notes?: readonly string[]; readonly receipt?: NotOwed["receipt"] } = {},
): NotOwed => ({
  ...pair,
  list: "not-owed",
  reason,
  notes: kept.notes ?? [],
  receipt: kept.receipt ?? null,
});

type Decided = Extract<Verdict, { kind: "decided" }>;

/** Says why no rule holds, after every case was decided and none grants a notice. */
export const noRuleHolds = (input: PairInput, verdicts: readonly [Decided, ...Decided[]]): NotOwed => {
  const [{ determination }] = verdicts;
  const coverage = input.day.coverageOf(input.revision.event.kind);
  const channels = [...new Set(verdicts.flatMap(({ facts }) => channelsMissing(facts, input)))].toSorted();
  const reason: NotOwedReason =
    channels.length > 0
      ? { kind: "channel-not-registered", channels }
      : { kind: "no-rule-holds", nearest: coverage.rules.map(({ rule, title }) => `${rule}: ${title}`) };
  return notOwed(input, reason, {
    notes: [...overriddenNotes(verdicts), ...offNotes(coverage)],
    receipt: determination.receipt,
  });
};

/** What the agency could turn on: a rule that rests on memory decides nothing until it does. */
export const offNotes = ({ off }: KindCoverage): readonly string[] =>
  off.map((rule) => `${rule} names this kind of event and is off: it rests on memory`);

const overriddenNotes = (verdicts: readonly Decided[]): readonly string[] =>
  verdicts.flatMap(({ determination }) =>
    determination.overridden.map(
      ({ ground, by }) => `${ground.rule} is set aside by ${by.map(({ rule }) => rule).join(", ")}`,
    ),
  );

/**
 * The channels whose registration could turn the no into a yes: decided again as if nobody had said whether the person is
 * registered in them, the law itself names those that matter.
 */
const channelsMissing = (facts: Facts, { context, day }: PairInput): readonly ChannelId[] => {
  const closed = context.law.profile.channels.filter(({ id }) => facts[channelFactName(id)] === false);
  if (closed.length === 0) return [];
  const open = Object.fromEntries(closed.map(({ id }) => [channelFactName(id), undefined]));
  const decided = decide(day.compiled, { ...facts, ...open });
  if (Result.isFailure(decided)) return [];
  const missing = new Set(decided.success.missing.map(({ fact }) => fact));
  return closed.filter(({ id }) => missing.has(channelFactName(id))).map(({ id }) => id);
};
