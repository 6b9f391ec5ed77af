import * as Result from "effect/Result";
import type { CommandTo } from "../command.ts";
import { IdTaken, ObligorNotFound, PayeeNotFound } from "../errors.ts";
import { amountProblem } from "./check-amount.ts";
import { type Desk, type Drafted, NOTHING_MOVES } from "./draft.ts";

export const postOpenPayee = ({ book }: Desk, { payee }: CommandTo<"open-payee">): Drafted =>
  book.payees.has(payee) ? Result.fail(new IdTaken({ what: "payee", id: payee })) : NOTHING_MOVES;

export const postChangeAddress = ({ book }: Desk, { payee }: CommandTo<"change-address">): Drafted =>
  book.payees.has(payee) ? NOTHING_MOVES : Result.fail(new PayeeNotFound({ payee }));

export const postOpenObligor = ({ book }: Desk, { obligor }: CommandTo<"open-obligor">): Drafted =>
  book.obligors.has(obligor) ? Result.fail(new IdTaken({ what: "obligor", id: obligor })) : NOTHING_MOVES;

export const postSetPlan = ({ book }: Desk, { obligor, cents }: CommandTo<"set-plan">): Drafted => {
  if (!book.obligors.has(obligor)) return Result.fail(new ObligorNotFound({ obligor }));
  const problem = amountProblem(cents);
  return problem === null ? NOTHING_MOVES : Result.fail(problem);
};
