export { allocate } from "./allocation/allocate.ts";
export type { Allocation, AllocationChoices, Payment, PolicyGround } from "./allocation/allocation.ts";
export { AllocationFile, AllocationPolicy, AllocationUse, PaymentKind } from "./allocation/allocation-file.ts";
export { Claim, ClaimClass, ClaimId } from "./allocation/claim.ts";
export { type CompiledAllocation, compileAllocation } from "./allocation/compile-allocation.ts";
export { divide } from "./allocation/divide.ts";
export { ChoiceId, Distribution, OddCents, OpenChoice, Size } from "./allocation/distribution.ts";
export type { ChoiceFollowed, Part, Place } from "./allocation/division.ts";
export { ALLOCATION_FILE, loadAllocation } from "./allocation/load-allocation.ts";
export {
  type AllocationError,
  AmountNotPositive,
  ClaimRepeated,
  DiscretionNeeded,
  NoPolicyDecides,
  OptionUnknown,
} from "./errors.ts";
