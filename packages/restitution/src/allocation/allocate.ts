import type * as Result from "effect/Result";
import type { AllocationError } from "../errors.ts";
import type { Allocation, AllocationChoices, Payment } from "./allocation.ts";
import type { AllocationFile } from "./allocation-file.ts";
import type { Claim } from "./claim.ts";
import { compileAllocation } from "./compile-allocation.ts";
import { divide } from "./divide.ts";

/**
 * Divides a payment among the claims of its payer as a state's order of payment says. The same claims in another order get
 * the same; no claim gets more than it is owed; no cent is made or lost. To divide many payments, compile the file once.
 * @errors `AmountNotPositive`, `ClaimRepeated`, `NoPolicyDecides`, `OptionUnknown`, `DiscretionNeeded`, in that order.
 */
export const allocate = (
  file: AllocationFile,
  payment: Payment,
  { claims, ...decided }: AllocationChoices & { readonly claims: readonly Claim[] },
): Result.Result<Allocation, AllocationError> => divide(compileAllocation(file, decided), payment, claims);
