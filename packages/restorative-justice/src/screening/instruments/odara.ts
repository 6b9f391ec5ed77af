import { invariant } from "@victim-rights/core";
import type { AnswerSheet } from "../answer.ts";
import { isSettled, type ScreenItem } from "../screen-item.ts";
import type { GroupRate } from "../score.ts";
import type { Instrument, ReasonDraft } from "./instrument.ts";
import { missingReasons } from "./missing-reasons.ts";
import { isPositive } from "./read-yes-no.ts";

const CONCEPTS = [
  ["earlier-domestic", "an earlier domestic assault on the police record"],
  ["earlier-other", "an earlier assault that was not domestic"],
  ["earlier-custody", "an earlier custodial term of 30 days or more"],
  ["failed-release", "a failure on conditional release"],
  ["threat-at-index", "a threat to harm or kill at the index event"],
  ["confined-at-index", "confinement at the index event"],
  ["fears-more", "the victim fears more assault"],
  ["several-children", "more than one child"],
  ["child-of-earlier-partner", "the victim has a child by an earlier partner"],
  ["violence-to-others", "violence to others"],
  ["substances", "two or more indicators of substance use"],
  ["while-pregnant", "an assault while pregnant"],
  ["barrier-to-support", "any barrier to support for the victim"],
] as const;

const ITEMS: readonly ScreenItem[] = CONCEPTS.map(([key, concept]) => ({
  key,
  concept,
  response: { kind: "yes-no" },
  positiveWhen: "yes",
}));

/** What a group rate is and is not. */
export const GROUP_RATE_NOTICE =
  "The share of a norm group with such a score, over a follow-up whose length was not verified. It is a rate of a group and never this person's probability.";

const NORMS: readonly GroupRate[] = (
  [
    [0, 0, 5],
    [1, 1, 10],
    [2, 2, 20],
    [3, 3, 27],
    [4, 4, 41],
    [5, 6, 59],
    [7, 13, 70],
  ] as const
).map(([from, to, percent]) => ({ scores: { from, to }, percent, notice: GROUP_RATE_NOTICE }));

/** The norm band of a score from 0 to 13. */
export const odaraBand = (score: number): GroupRate => {
  const band = NORMS.find(({ scores }) => score >= scores.from && score <= scores.to);
  invariant(band !== undefined, "a score lies between 0 and 13");
  return band;
};

/** No score of it was verified as a threshold; that it is scored at all means that an assault on a partner is on record. */
const PRESUPPOSED: ReasonDraft = { raises: "ipv_track", because: "partner-assault-on-record", item: null };

const scoreOdara = (sheet: AnswerSheet): ReturnType<Instrument["score"]> => {
  const lo = ITEMS.filter((item) => isPositive(item, sheet)).length;
  const hi = lo + ITEMS.filter((item) => !isSettled(item, sheet)).length;
  const bands = [...new Set([odaraBand(lo), odaraBand(hi)])];
  return {
    reasons: [PRESUPPOSED, ...missingReasons(ITEMS, sheet)],
    score: { lo, hi, cutOff: null, standing: "no_cut_off", groupRates: bands },
  };
};

/** ODARA: thirteen items from records, with the norm band of the sum. Missing items widen the range; nothing is prorated. */
export const ODARA: Instrument = {
  id: "odara",
  version: "2004",
  title: "Ontario Domestic Assault Risk Assessment",
  items: ITEMS,
  rule: "the sum of thirteen items, 0 to 13, shown with the rate of its norm group; no threshold, no prorating",
  cutOffs: [],
  population:
    "589 men with a police report of assault on a current or former partner they lived with; not for same-sex couples",
  accuracy: "excellent agreement between assessors",
  citation: "Hilton et al. 2004, Psychol Assess 16(3):267-275",
  licence: "A free course, with access by licence request; scored from records and not from the victim's word alone.",
  textSupplied: false,
  origin: "records",
  score: scoreOdara,
};
