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
export { type AccountId, type AccountKind, kindOf, NORMAL_SIDE } from "./ledger/account.ts";
export { AgencyPolicy } from "./ledger/agency-policy.ts";
export { ChainHead, EntryHash, GENESIS, hashAfter, seal, type SealedEntry, textOf, verify } from "./ledger/chain.ts";
export { Bound, Command, type CommandTo, Loss, OrderedObligation, PayeeKind } from "./ledger/command.ts";
export { ChoiceTaken, Entry, Waiting } from "./ledger/entry.ts";
export {
  AlreadyReversed,
  AmountTooLarge,
  BeyondClaimed,
  BeyondHeld,
  BeyondOwed,
  ChainBroken,
  CommandExistsWithDifferentContent,
  DatedBefore,
  EntryNotFound,
  EntryOutOfPlace,
  FeeClassDiffers,
  FutureDated,
  IdTaken,
  type LedgerError,
  LossExcluded,
  LossNotApproved,
  LossNotFound,
  ModifiedBelowCollected,
  MovedSince,
  NotBound,
  NotReversible,
  ObligationNotFound,
  ObligorNotFound,
  OrderClosed,
  OrderNotFound,
  OrderNotPaid,
  PayeeFound,
  PayeeMismatch,
  PayeeNotFound,
  PayeeUnlocatable,
  PostedBeforeLast,
  RouteNotLaw,
  WrongCurrency,
} from "./ledger/errors.ts";
export { AffidavitId, CommandId, DocumentRef, EntryId, ObligorId, OrderId, PayeeId } from "./ledger/ids.ts";
export { append, entriesOf, type Ledger, type LedgerLaw, openLedger, underLaw } from "./ledger/ledger.ts";
export { MOST_CENTS } from "./ledger/post/check-amount.ts";
export { isSameCommand } from "./ledger/post/is-same-command.ts";
export { post, record, type Recorded } from "./ledger/post/post.ts";
export { Ground, Transfer } from "./ledger/transfer.ts";
export { type AccountNames, BEANCOUNT_NAMES, HLEDGER_NAMES } from "./export/account-names.ts";
export { decodeId, encodeId, encodeText } from "./export/encode-id.ts";
export type { Exported } from "./export/moved-money.ts";
export { toBeancount } from "./export/to-beancount.ts";
export { CSV_COLUMNS, fromCsvCell, toCsv } from "./export/to-csv.ts";
export { toHledger } from "./export/to-hledger.ts";
export type { PayeeInRun, RunAsked, RunOutcome } from "./ledger/disbursements-in.ts";
export { nextDisbursements } from "./ledger/next-disbursements.ts";
export { AGE_BANDS, type AgeBand, ageBandOf, type CentsByAge } from "./statement/age-band.ts";
export { type Advanced, type AgedDebt, type AgedMoney, type Ageing, ageing } from "./statement/ageing.ts";
export { auditLedger, type BrokenRule } from "./statement/audit-ledger.ts";
export { type BalancePoint, balancePoints } from "./statement/balance-points.ts";
export { type Delinquency, delinquency, type PaidUnderPlan, type PlanKept } from "./statement/delinquency.ts";
export {
  type EntryExplained,
  explainPayment,
  type PaymentExplained,
  type TransferExplained,
} from "./statement/explain-payment.ts";
export { explainToPayee, type PartExplained, type PayeeExplanation } from "./statement/explain-to-payee.ts";
export type { GroundTold, GroundToldToPayee } from "./statement/ground-told.ts";
export { dueDateOf, instalmentsDueBy, type Plan } from "./statement/instalments.ts";
export { obligorStatement, type ObligorStatementAsked } from "./statement/obligor-statement.ts";
export type {
  DebtRef,
  ObligorDebt,
  ObligorEvent,
  ObligorLine,
  ObligorPart,
  ObligorStanding,
  ObligorStatement,
} from "./statement/obligor-statement-view.ts";
export { payeeStatement, type PayeeStatementAsked } from "./statement/payee-statement.ts";
export type {
  PayeeDebt,
  PayeeEvent,
  PayeeLine,
  PayeePart,
  PayeeStanding,
  PayeeStatement,
} from "./statement/payee-statement-view.ts";
export {
  type Instalment,
  type Payoff,
  PAYOFF_ASSUMPTIONS,
  type ProjectedPayoff,
  projectedPayoff,
} from "./statement/projected-payoff.ts";
export {
  type Exposure,
  type Remaining,
  remaining,
  type RemainingDebt,
  type RemainingOrder,
} from "./statement/remaining.ts";
export { obligorStatementViews, payeeStatementViews, type StatementViews } from "./statement/statement-views.ts";
export { lastMomentOf, type View } from "./statement/view.ts";
export {
  type HeldYear,
  type ObligorYear,
  type PayeeYear,
  type YearTotals,
  yearTotals,
} from "./statement/year-totals.ts";
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
export { type Balances, balancesOf, type Posting, postingsOf } from "./store/balances-of.ts";
export { checkAppend, type LedgerHead } from "./store/check-append.ts";
export { type BalanceDifference, compareWithJournal, type JournalComparison } from "./store/compare-with-journal.ts";
export { EntryOfOtherCommand } from "./store/errors.ts";
export { inMemoryLedgerStore } from "./store/in-memory-ledger-store.ts";
export {
  type AppendedEntries,
  type AppendEntries,
  type AppendEntriesError,
  type AppendMany,
  LedgerId,
  type LedgerKeeping,
  type LedgerPage,
  type LedgersAsked,
  LedgerStore,
  type StoredBalances,
  type StoredEntries,
} from "./store/ledger-store.ts";
