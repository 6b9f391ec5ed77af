import type { Cents } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { type AllocationError, AmountNotPositive, ClaimRepeated, DiscretionNeeded, OptionUnknown } from "../errors.ts";
import type { Allocation, Payment, PolicyGround } from "./allocation.ts";
import { choosePolicy, noPolicyFor } from "./choose-policy.ts";
import type { Claim } from "./claim.ts";
import type { CompiledAllocation } from "./compile-allocation.ts";
import { debtsOf } from "./debt.ts";
import type { Part } from "./division.ts";
import { repeatedClaims } from "./repeated-claims.ts";
import type { Refusal, Sofar } from "./step.ts";

/**
 * Divides a payment as `allocate` does, by an order of payment that was compiled.
 * @errors `AmountNotPositive`, `ClaimRepeated`, `NoPolicyDecides`, `OptionUnknown`, `DiscretionNeeded`, in that order.
 */
export const divide = (
  compiled: CompiledAllocation,
  payment: Payment,
  claims: readonly Claim[],
): Result.Result<Allocation, AllocationError> => {
  const { cents } = payment;
  if (!Number.isSafeInteger(cents) || cents <= 0) return Result.fail(new AmountNotPositive({ amount: cents }));
  const repeated = repeatedClaims(claims);
  if (repeated.length > 0) return Result.fail(new ClaimRepeated({ claims: repeated }));
  const policy = choosePolicy(compiled, payment);
  if (policy === null) return Result.fail(noPolicyFor(compiled, payment));
  const sofar: Sofar = { parts: [], choices: [], refusal: null };
  const leftCents = policy.step(cents, debtsOf(claims), sofar);
  const { parts, choices, refusal } = sofar;
  if (refusal !== null) return Result.fail(errorOf(refusal));
  return Result.succeed({ parts, leftCents, choices, grounds: groundsOf(compiled, policy.id, parts) });
};

const errorOf = ({ open, chosen, heldCents, at }: Refusal): OptionUnknown | DiscretionNeeded =>
  chosen === null
    ? new DiscretionNeeded({ choice: open, heldCents: heldCents as Cents, at })
    : new OptionUnknown({ choice: open.id, option: chosen, known: open.options.map(({ id }) => id) });

const groundsOf = ({ grounds }: CompiledAllocation, first: RuleId, parts: readonly Part[]): readonly PolicyGround[] =>
  grounds.filter(({ policy }) => policy === first || parts.some(({ at }) => at.policy === policy));
