import * as Result from "effect/Result";
import type { PayeeState } from "../book.ts";
import type { CommandTo } from "../command.ts";
import { BeyondHeld, PayeeFound, PayeeNotFound, PayeeUnlocatable, RouteNotLaw } from "../errors.ts";
import type { Transfer } from "../transfer.ts";
import type { LedgerLaw } from "../ledger.ts";
import { Grade } from "../../terms/grade.ts";
import { unclaimedRoute } from "../../terms/unclaimed-route.ts";
import { MoneyHolder } from "../../terms/unclaimed-term.ts";
import { type Desk, type Drafted } from "./draft.ts";

/** Money that came back from a payee is payable to them again, now that they are found. */
export const postReissue = ({ book }: Desk, { payee: id, document }: CommandTo<"reissue">): Drafted => {
  const payee = book.payees.get(id);
  if (payee === undefined) return Result.fail(new PayeeNotFound({ payee: id }));
  if (payee.address === null) return Result.fail(new PayeeUnlocatable({ payee: id }));
  const transfers = payee.obligations
    .filter(({ unclaimed }) => unclaimed.cents > 0)
    .map(({ unclaimed, payable }) => ({
      debit: unclaimed.id,
      credit: payable.id,
      cents: unclaimed.cents,
      ground: { document },
    }));
  return transfers.length === 0 ? Result.fail(nothingHeld(payee)) : Result.succeed([{ transfers }]);
};

/** Money of a payee whom nobody can find goes where the state's law sends it, as far as the law is about it. */
export const postRemit = ({ book, law }: Desk, command: CommandTo<"remit-unclaimed">): Drafted => {
  const { payee: id, rule } = command;
  const payee = book.payees.get(id);
  if (payee === undefined) return Result.fail(new PayeeNotFound({ payee: id }));
  const grades = new Set(Grade.options.filter((grade) => isRoute(law, command, grade)));
  if (grades.size === 0)
    return Result.fail(new RouteNotLaw({ rule, known: law.file.unclaimed.map((each) => each.id) }));
  if (payee.address !== null) return Result.fail(new PayeeFound({ payee: id }));
  const transfers = payee.obligations
    .filter(({ order }) => grades.has(order.grade))
    .flatMap(({ unclaimed, payable }) => [unclaimed, payable])
    .filter(({ cents }) => cents > 0)
    .map(({ id: account, cents }): Transfer => ({
      debit: account,
      credit: "held",
      cents,
      ground: { rule, path: "$" },
    }));
  const total = transfers.reduce((sum, { cents }) => sum + cents, 0);
  if (total > book.held.cents) return Result.fail(new BeyondHeld({ account: "held", heldCents: book.held.cents }));
  return transfers.length === 0 ? Result.fail(nothingHeld(payee)) : Result.succeed([{ transfers }]);
};

/** Whether a provision sends money of such a case somewhere on the day. */
const isRoute = (
  { file, policy }: LedgerLaw,
  { rule, effectiveOn: asOf }: CommandTo<"remit-unclaimed">,
  grade: Grade,
): boolean =>
  MoneyHolder.options.some((heldBy) =>
    unclaimedRoute(file, { heldBy, grade, asOf, enable: policy.enable.map((each) => each.rule) }).routes.some(
      ({ provision }) => provision === rule,
    ),
  );

const nothingHeld = ({ id }: PayeeState): BeyondHeld =>
  new BeyondHeld({ account: `unclaimed money of ${id}`, heldCents: 0 });
