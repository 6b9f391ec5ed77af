import type { Citation, LocalDate, Verification } from "@victim-rights/core";
import { isInForce, type RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { type AllocationError, AmountNotPositive, ClaimRepeated, NoPolicyDecides } from "../errors.ts";
import type { AllocationFile, AllocationPolicy, AllocationUse, PaymentKind } from "./allocation-file.ts";
import type { Claim } from "./claim.ts";
import { distribute } from "./distribute.ts";
import type { ChoiceId } from "./distribution.ts";
import type { ChoiceFollowed, Part } from "./division.ts";

/** A payment to be divided. */
export type Payment = {
  /** Whole cents, at least 1. */
  readonly cents: number;
  readonly kind: PaymentKind;
  /** The day whose law divides it. */
  readonly asOf: LocalDate;
};

/** What an agency has decided beside the law. */
export type AllocationChoices = {
  /** Policies that are off by default and that it turned on. */
  readonly enable?: readonly RuleId[];
  /** Where the law leaves something open, the option that it follows. */
  readonly choices?: ReadonlyMap<ChoiceId, ChoiceId>;
};

/** A policy that an allocation rests on. */
export type PolicyGround = {
  readonly policy: RuleId;
  readonly title: string;
  readonly cites: readonly Citation[];
  readonly verified: Verification;
};

/** A payment divided: `parts` and `leftCents` sum to it. */
export type Allocation = {
  readonly parts: readonly Part[];
  /** What no claim could take: every claim that the order of payment reaches is paid in full. */
  readonly leftCents: number;
  readonly choices: readonly ChoiceFollowed[];
  /** The policies that gave a part, in the order of the file, and the one that was asked first. */
  readonly grounds: readonly PolicyGround[];
};

/**
 * Divides a payment among the claims of its payer as a state's order of payment says. The same claims in another order get
 * the same; no claim gets more than it is owed; no cent is made or lost.
 * @errors `AmountNotPositive`, `ClaimRepeated`, `NoPolicyDecides`, `OptionUnknown`, `DiscretionNeeded`, in that order.
 */
export const allocate = (
  file: AllocationFile,
  payment: Payment,
  { claims, enable = [], choices = new Map() }: AllocationChoices & { readonly claims: readonly Claim[] },
): Result.Result<Allocation, AllocationError> => {
  if (!Number.isSafeInteger(payment.cents) || payment.cents <= 0)
    return Result.fail(new AmountNotPositive({ amount: payment.cents }));
  const repeated = claims.map(({ id }) => id).filter((id, place, all) => all.indexOf(id) !== place);
  if (repeated.length > 0) return Result.fail(new ClaimRepeated({ claims: [...new Set(repeated)] }));
  const chosen = choosePolicy(file, payment, new Set(enable));
  if (Result.isFailure(chosen)) return Result.fail(chosen.failure);
  const first = chosen.success;
  const divided = distribute(
    { how: first.distribute, at: { policy: first.id, path: "$.distribute" } },
    { amount: payment.cents, claims },
    {
      policies: new Map(file.policies.map((policy) => [policy.id, policy.distribute])),
      open: new Map(file.choices.map((choice) => [choice.id, choice])),
      choices,
    },
  );
  return Result.map(divided, ({ parts, left, choices: followed }) => {
    const used = new Set([first.id, ...parts.map(({ at }) => at.policy)]);
    return {
      parts,
      leftCents: left,
      choices: followed,
      grounds: file.policies.filter(({ id }) => used.has(id)).map(groundOf),
    };
  });
};

const groundOf = ({ id, title, cites, verified }: AllocationPolicy): PolicyGround => ({
  policy: id,
  title,
  cites,
  verified,
});

/** The first policy, of the uses that fit the payment, that is law on the day and on. */
const choosePolicy = (
  file: AllocationFile,
  { kind, asOf }: Payment,
  enable: ReadonlySet<RuleId>,
): Result.Result<AllocationPolicy, NoPolicyDecides> => {
  const wanted = file.uses.filter((use) => fits(use.for, kind)).flatMap(({ policies }) => policies);
  const judged = wanted.flatMap((id) => {
    const policy = file.policies.find((each) => each.id === id);
    return policy === undefined ? [] : [{ policy, because: whyLeftOut(policy, asOf, enable) }];
  });
  const decides = judged.find(({ because }) => because === null);
  if (decides !== undefined) return Result.succeed(decides.policy);
  return Result.fail(
    new NoPolicyDecides({
      jurisdiction: file.jurisdiction,
      asOf,
      leftOut: judged.flatMap(({ policy, because }) => (because === null ? [] : [{ policy: policy.id, because }])),
    }),
  );
};

const fits = (wanted: AllocationUse["for"], { purpose, from, grade }: PaymentKind): boolean =>
  (wanted.purpose ?? purpose) === purpose && (wanted.from ?? from) === from && (wanted.grade ?? grade) === grade;

const whyLeftOut = (
  { id, inForce, basis, verified }: AllocationPolicy,
  asOf: LocalDate,
  enable: ReadonlySet<RuleId>,
): "not-in-force" | "recalled" | "policy" | null => {
  if (!isInForce(inForce, asOf)) return "not-in-force";
  if (enable.has(id)) return null;
  if (basis === "policy") return "policy";
  return verified.status === "recalled" ? "recalled" : null;
};
