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
export { debtDuration, type DurationAnswer, type DurationGround } from "./terms/debt-duration.ts";
export { type LeftOutTerm, type TermQuestion } from "./terms/deciding-terms.ts";
export { type DelinquencyAnswer, type DelinquencyRule, delinquencyRules } from "./terms/delinquency-rules.ts";
export { DelinquencyTerm } from "./terms/delinquency-term.ts";
export {
  type DisbursementAnswer,
  disbursementDue,
  type DisbursementGround,
  type HeldMoney,
} from "./terms/disbursement-due.ts";
export { DisbursementTerm, MonthCount, Pace } from "./terms/disbursement-term.ts";
export { DurationTerm } from "./terms/duration-term.ts";
export {
  ChargesUncounted,
  type FeeError,
  FeeNotOwed,
  FeeUnknown,
  OrderedNotPositive,
  type WhyNotOwed,
} from "./terms/errors.ts";
export { FeeFormula, type FixedFee, Fraction, type PercentFee, Rounding, type TieredFee } from "./terms/fee-formula.ts";
export { type FeeFile, feeOn, type FeeOwed, type FeesOwed } from "./terms/fee-on.ts";
export { type FeeOccasion, type FeeQuestion } from "./terms/fee-question.ts";
export { FeeTerm, FeeTiming } from "./terms/fee-term.ts";
export { Grade } from "./terms/grade.ts";
export { type TermGround } from "./terms/ground.ts";
export { type LossAnswer, lossCounts, type LossGround } from "./terms/loss-counts.ts";
export { LossCategory, LossTerm } from "./terms/loss-term.ts";
export { type PayableAnswer, type PayableGround, payableTo } from "./terms/payable-to.ts";
export { PayerStage, PaymentRouteTerm } from "./terms/payment-route-term.ts";
export { type Provision, type Term } from "./terms/provision.ts";
export { type UnclaimedAnswer, type UnclaimedRoute, unclaimedRoute } from "./terms/unclaimed-route.ts";
export { MoneyHolder, UnclaimedTerm } from "./terms/unclaimed-term.ts";
export { type WhyOff } from "./terms/why-off.ts";
