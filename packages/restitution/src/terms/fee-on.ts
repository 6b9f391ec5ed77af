import { addCents, type Cents } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import type { ClaimClass } from "../allocation/claim.ts";
import type { OpenChoice } from "../allocation/distribution.ts";
import type { ChoiceFollowed } from "../allocation/division.ts";
import {
  ChargesUncounted,
  type FeeError,
  FeeNotOwed,
  FeeUnknown,
  OrderedNotPositive,
  type WhyNotOwed,
} from "./errors.ts";
import { feeAmount } from "./fee-amount.ts";
import { type FeeQuestion, isBrought } from "./fee-question.ts";
import type { FeeTerm } from "./fee-term.ts";
import { groundOf, type TermGround } from "./ground.ts";
import { whyOff } from "./why-off.ts";

/** One fee that is owed: whole cents, for whom, on which ground, and by which document where the law only allows it. */
export type FeeOwed = {
  readonly cents: Cents;
  readonly class: ClaimClass;
  readonly payee: string;
  readonly split: FeeTerm["split"] | null;
  readonly document: string | null;
  readonly ground: TermGround;
};

/**
 * The fees owed, their sum in whole cents, the choices followed, and the fees that are not owed here, each with the
 * reason.
 */
export type FeesOwed = {
  readonly cents: Cents;
  readonly fees: readonly FeeOwed[];
  readonly choices: readonly ChoiceFollowed[];
  readonly leftOut: readonly { readonly provision: RuleId; readonly because: WhyNotOwed }[];
};

/** The part of a state's file that fees are read from. */
export type FeeFile = { readonly fees: readonly FeeTerm[]; readonly choices: readonly OpenChoice[] };

/**
 * Computes what is owed on top of restitution at one occasion: one fee, or all that the occasion brings. A fee that the
 * law allows and does not require is owed only by a document of the court.
 * @errors `OrderedNotPositive`, `FeeUnknown`, `FeeNotOwed` (one fee asked for by name), `ChargesUncounted`,
 * `OptionUnknown`, `DiscretionNeeded`, in that order.
 */
export const feeOn = (file: FeeFile, question: FeeQuestion): Result.Result<FeesOwed, FeeError> => {
  const { fee, orderedCents } = question;
  if (!Number.isSafeInteger(orderedCents) || orderedCents <= 0)
    return Result.fail(new OrderedNotPositive({ amount: orderedCents }));
  const judged = file.fees
    .filter(({ id }) => fee === undefined || id === fee)
    .map((term) => ({ term, because: whyNotOwed(term, question) }));
  if (fee !== undefined) {
    const [named] = judged;
    if (named === undefined) return Result.fail(new FeeUnknown({ fee, known: file.fees.map(({ id }) => id) }));
    if (named.because !== null) return Result.fail(new FeeNotOwed({ fee, because: named.because }));
  }
  return totalOf(judged, file, question);
};

type Judged = { readonly term: FeeTerm; readonly because: WhyNotOwed | null };

const totalOf = (
  judged: readonly Judged[],
  file: FeeFile,
  question: FeeQuestion,
): Result.Result<FeesOwed, FeeError> => {
  const found = judged.flatMap(({ term, because }) => (because === null ? [owedFor(term, file, question)] : []));
  return Result.map(Result.all(found), (amounts) => ({
    cents: amounts.reduce((sum, { owed: { cents } }) => addCents(sum, cents), 0 as Cents),
    fees: amounts.map(({ owed }) => owed),
    choices: amounts.flatMap(({ choices }) => choices),
    leftOut: judged.flatMap(({ term, because }) => (because === null ? [] : [{ provision: term.id, because }])),
  }));
};

const whyNotOwed = (term: FeeTerm, question: FeeQuestion): WhyNotOwed | null => {
  const { grade, occasion, documents } = question;
  if (term.grades !== undefined && !term.grades.includes(grade)) return "other-grade";
  const off = whyOff(term, question);
  if (off !== null) return off;
  if (!isBrought(term.when, occasion)) return "other-occasion";
  return term.mandatory || documents?.has(term.id) === true ? null : "no-document";
};

type Owed = { readonly owed: FeeOwed; readonly choices: readonly ChoiceFollowed[] };

const owedFor = (term: FeeTerm, file: FeeFile, question: FeeQuestion): Result.Result<Owed, FeeError> => {
  const times = term.perCharge === true ? question.charges : 1;
  if (times === undefined || !isCount(times)) return Result.fail(new ChargesUncounted({ fee: term.id }));
  const { orderedCents, documents, choices = new Map() } = question;
  return Result.map(feeAmount(term, { orderedCents, open: file.choices, choices }), (amount) => ({
    owed: {
      cents: Array.from({ length: times }, () => amount.cents as Cents).reduce(addCents),
      class: term.class,
      payee: term.payee,
      split: term.split ?? null,
      document: documents?.get(term.id) ?? null,
      ground: groundOf(term),
    },
    choices: amount.choices,
  }));
};

const isCount = (charges: number): boolean => Number.isInteger(charges) && charges >= 1 && charges <= 1000;
