import type { RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import type { AffidavitState, Book, LossState } from "../book.ts";
import type { CommandTo } from "../command.ts";
import { BeyondClaimed, IdTaken, LossExcluded, LossNotFound, ObligorNotFound, PayeeNotFound } from "../errors.ts";
import type { AffidavitId } from "../ids.ts";
import type { LedgerLaw } from "../ledger.ts";
import { lossCounts } from "../../terms/loss-counts.ts";
import { amountProblem, amountsProblem } from "./check-amount.ts";
import { type Desk, type Drafted, NOTHING_MOVES } from "./draft.ts";

export const postFileAffidavit = ({ book }: Desk, command: CommandTo<"file-affidavit">): Drafted => {
  const { affidavit, payee, losses } = command;
  if (!book.payees.has(payee)) return Result.fail(new PayeeNotFound({ payee }));
  if (book.affidavits.has(affidavit)) return Result.fail(new IdTaken({ what: "affidavit", id: affidavit }));
  const lines = losses.map(({ line }) => line);
  const repeated = lines.find((line, at) => lines.indexOf(line) !== at);
  if (repeated !== undefined) return Result.fail(new IdTaken({ what: "line", id: repeated }));
  const problem = amountsProblem(losses.map(({ cents }) => cents));
  return problem === null ? NOTHING_MOVES : Result.fail(problem);
};

/** An amended loss is undecided again, and a new line may be added. */
export const postAmendLoss = ({ book }: Desk, { affidavit, loss }: CommandTo<"amend-loss">): Drafted => {
  if (!book.affidavits.has(affidavit)) return Result.fail(new LossNotFound({ affidavit, line: null }));
  const problem = amountProblem(loss.cents);
  return problem === null ? NOTHING_MOVES : Result.fail(problem);
};

export const postObjection = ({ book }: Desk, command: CommandTo<"object-to-loss">): Drafted => {
  const { affidavit, line, obligor } = command;
  if (!book.obligors.has(obligor)) return Result.fail(new ObligorNotFound({ obligor }));
  const found = findLoss(book, affidavit, line);
  return Result.isFailure(found) ? Result.fail(found.failure) : NOTHING_MOVES;
};

/** A loss is approved in whole or in part, never beyond what was claimed; zero refuses it. */
export const postDecideLoss = ({ book, law }: Desk, command: CommandTo<"decide-loss">): Drafted => {
  const { affidavit, line, approvedCents } = command;
  const found = findLoss(book, affidavit, line);
  if (Result.isFailure(found)) return Result.fail(found.failure);
  const problem = amountProblem(approvedCents, 0);
  if (problem !== null) return Result.fail(problem);
  const claimedCents = found.success.loss.cents;
  if (approvedCents > claimedCents) return Result.fail(new BeyondClaimed({ affidavit, line, claimedCents }));
  const provisions =
    approvedCents === 0 ? [] : excludedBy(found.success, { law, affidavit: book.affidavits.get(affidavit), command });
  return provisions.length === 0 ? NOTHING_MOVES : Result.fail(new LossExcluded({ affidavit, line, provisions }));
};

type Decided = {
  readonly law: LedgerLaw;
  readonly affidavit: AffidavitState | undefined;
  readonly command: CommandTo<"decide-loss">;
};

/** The provisions by which a kind of loss does not count. What no provision names is for whoever decides. */
const excludedBy = ({ loss }: LossState, { law, affidavit, command }: Decided): readonly RuleId[] => {
  if (affidavit === undefined) return [];
  const { answer, grounds } = lossCounts(law.file, {
    category: loss.category,
    grade: affidavit.grade,
    asOf: command.effectiveOn,
    enable: law.policy.enable.map(({ rule }) => rule),
  });
  return answer === "does-not-count" ? grounds.map(({ provision }) => provision) : [];
};

/** A loss of an affidavit. */
export const findLoss = (book: Book, affidavit: AffidavitId, line: string): Result.Result<LossState, LossNotFound> => {
  const losses = book.affidavits.get(affidavit)?.losses;
  const state = losses?.get(line);
  return state === undefined
    ? Result.fail(new LossNotFound({ affidavit, line: losses === undefined ? null : line }))
    : Result.succeed(state);
};
