import { daysBetween } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { ClaimClass } from "../../allocation/claim.ts";
import type { FeeOccasion, FeeQuestion } from "../../terms/fee-question.ts";
import { type FeeOwed, feeOn } from "../../terms/fee-on.ts";
import type { FeeTiming } from "../../terms/fee-term.ts";
import type { Book, OrderState } from "../book.ts";
import type { CommandTo } from "../command.ts";
import {
  DatedBefore,
  FeeClassDiffers,
  IdTaken,
  type LedgerError,
  OrderClosed,
  OrderNotFound,
  PayeeNotFound,
} from "../errors.ts";
import type { LedgerLaw } from "../ledger.ts";
import { choicesTaken } from "./choices-taken.ts";
import { type Desk, type Draft, type Drafted } from "./draft.ts";
import { isClosed } from "./post-order.ts";

type Assessed = CommandTo<"assess-fee">;

/** Assesses a fee that a provision of the state gives on top of what an order orders. */
export const postFee = ({ book, law }: Desk, command: Assessed): Drafted => {
  const order = book.orders.get(command.order);
  if (order === undefined) return Result.fail(new OrderNotFound({ order: command.order }));
  const problem = feeProblem(book, order, command);
  if (problem !== null) return Result.fail(problem);
  const fees = feeOn(law.file, questionOf(order, law, command));
  if (Result.isFailure(fees)) return Result.fail(fees.failure);
  const [fee] = fees.success.fees;
  if (fee !== undefined && fee.class !== command.class)
    return Result.fail(new FeeClassDiffers({ rule: command.rule, expected: fee.class }));
  return Result.succeed([
    fee === undefined ? { transfers: [] } : draftOf(command, fee, choicesTaken(fees.success.choices, law)),
  ]);
};

const draftOf = ({ obligation, rule }: Assessed, { cents }: FeeOwed, choices: Draft["choices"] = []): Draft => ({
  transfers:
    cents === 0
      ? []
      : [{ debit: `outstanding/${obligation}`, credit: `ordered/${obligation}`, cents, ground: { rule, path: "$" } }],
  choices,
});

const feeProblem = (book: Book, order: OrderState, command: Assessed): LedgerError | null => {
  const { payee, obligation, rule, instalment, effectiveOn } = command;
  if (!book.payees.has(payee)) return new PayeeNotFound({ payee });
  if (book.obligations.has(obligation)) return new IdTaken({ what: "obligation", id: obligation });
  const isAssessed = order.fees.some(
    (fee) => fee.rule === rule && fee.instalment === instalment && !book.reversedBy.has(fee.entry),
  );
  if (isAssessed) return new IdTaken({ what: "fee", id: rule });
  if (effectiveOn < order.judgmentDate)
    return new DatedBefore({ effectiveOn, what: order.id, since: order.judgmentDate });
  return isClosed(book, order) ? new OrderClosed({ order: order.id }) : null;
};

const questionOf = (order: OrderState, { policy, file }: LedgerLaw, command: Assessed): FeeQuestion => {
  const { rule, charges, orderedBy, effectiveOn } = command;
  return {
    fee: rule,
    grade: order.grade,
    asOf: effectiveOn,
    enable: policy.enable.map((each) => each.rule),
    choices: new Map(policy.choices.map(({ choice, option }) => [choice, option])),
    orderedCents: order.obligations.reduce(
      (sum, { class: own, ordered }) => (RESTITUTION.has(own) ? sum + ordered.cents : sum),
      0,
    ),
    occasion: occasionOf(file.fees.find(({ id }) => id === rule)?.when, order, command),
    ...(charges === null ? {} : { charges }),
    ...(orderedBy === null ? {} : { documents: new Map([[rule, orderedBy]]) }),
  };
};

/** What has happened that the fee waits for. */
const occasionOf = (
  when: FeeTiming | undefined,
  { judgmentDate, obligations }: OrderState,
  { instalment, effectiveOn }: Assessed,
): FeeOccasion => {
  if (when?.kind === "instalment-paid") return { kind: "instalment-paid", number: instalment ?? 0 };
  const isUnpaid = obligations.some(({ outstanding }) => outstanding.cents > 0);
  return when?.kind === "unpaid-after-days" && isUnpaid
    ? { kind: "still-unpaid", days: daysBetween(judgmentDate, effectiveOn) }
    : { kind: "order-entered" };
};

/** What is restitution, and no charge on top of it. */
const RESTITUTION: ReadonlySet<ClaimClass> = new Set<ClaimClass>([
  "victim",
  "estate",
  "compensation-programme",
  "public-body",
  "insurer",
]);
