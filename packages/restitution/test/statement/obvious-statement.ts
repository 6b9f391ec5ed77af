import type { AccountId } from "../../src/ledger/account.ts";
import type { Entry } from "../../src/ledger/entry.ts";
import { entriesOf, type Ledger } from "../../src/ledger/ledger.ts";
import type { View } from "../../src/statement/view.ts";

/** The entries of a view, all of them, in the order of a statement. */
const viewed = (ledger: Ledger, { asOf, knownAt }: View): readonly Entry[] =>
  entriesOf(ledger)
    .filter(({ command }) => command.effectiveOn <= asOf && (knownAt ?? "9") >= command.postedAt)
    .toSorted(
      (left, right) => left.command.effectiveOn.localeCompare(right.command.effectiveOn) || left.seq - right.seq,
    );

/** Cents on an account, summed anew. `side` is the side that makes it larger. */
const on = (entries: readonly Entry[], account: string, side: "debit" | "credit"): number =>
  entries
    .flatMap(({ transfers }) => transfers)
    .reduce(
      (sum, { debit, credit, cents }) =>
        sum +
        ((debit as string) === account ? (side === "debit" ? cents : -cents) : 0) +
        ((credit as string) === account ? (side === "credit" ? cents : -cents) : 0),
      0,
    );

const touches = ({ transfers }: Entry, accounts: ReadonlySet<string>): boolean =>
  transfers.some(({ debit, credit }) => accounts.has(debit) || accounts.has(credit));

type Ordered = {
  readonly obligation: string;
  readonly payee: string;
  readonly order: string;
  readonly listed: number;
  readonly bound: readonly { readonly obligor: string; readonly capCents: number | null }[];
};

/** Every debt that any entry orders, whenever. */
const ordered = (ledger: Ledger): readonly Ordered[] =>
  entriesOf(ledger).flatMap(({ command, reverses }) =>
    command.do === "enter-order" && reverses === null
      ? command.obligations.map(({ id, payee, bound }, at) => ({
          obligation: id,
          payee,
          order: command.order,
          listed: at + 1,
          bound,
        }))
      : [],
  );

const doing = (ledger: Ledger, entry: Entry): string =>
  entry.reverses === null
    ? entry.command.do
    : (entriesOf(ledger).find(({ id }) => id === entry.reverses)?.command.do ?? "");

const KINDS = ["ordered", "outstanding", "payable", "unclaimed"];

/** A payee's statement from nothing: every amount is a sum over all entries, made again for every line. */
export const obviousPayee = (ledger: Ledger, payee: string, view: View) => {
  const own = ordered(ledger).filter((each) => each.payee === payee);
  const accounts = new Set(own.flatMap(({ obligation }) => KINDS.map((kind) => `${kind}/${obligation}`)));
  const entries = viewed(ledger, view);
  const mine = entries.filter((entry) => touches(entry, accounts));
  const sum = (some: readonly Entry[], kind: string, side: "debit" | "credit"): number =>
    own.reduce((total, { obligation }) => total + on(some, `${kind}/${obligation}`, side), 0);
  return {
    lines: mine.map(({ seq }, at) => {
      const some = mine.slice(0, at + 1);
      const outstandingCents = sum(some, "outstanding", "debit");
      const payableCents = sum(some, "payable", "credit");
      const unclaimedCents = sum(some, "unclaimed", "credit");
      return {
        seq,
        after: {
          outstandingCents,
          payableCents,
          unclaimedCents,
          balanceCents: outstandingCents + payableCents + unclaimedCents,
        },
      };
    }),
    debts: own
      .filter(({ obligation }) =>
        mine.some((entry) => touches(entry, new Set(KINDS.map((kind) => `${kind}/${obligation}`)))),
      )
      .map(({ obligation }) => {
        const did = (...names: readonly string[]) => mine.filter((entry) => names.includes(doing(ledger, entry)));
        const orderedCents = on(mine, `ordered/${obligation}`, "credit");
        const outstandingCents = on(mine, `outstanding/${obligation}`, "debit");
        const payable = on(mine, `payable/${obligation}`, "credit");
        const remitted = did("remit-unclaimed");
        return {
          obligation,
          orderedCents,
          outstandingCents,
          collectedCents: orderedCents - outstandingCents,
          paidOutCents:
            on(did("disburse", "run-disbursement"), `payable/${obligation}`, "debit") -
            on(did("return-disbursement"), `unclaimed/${obligation}`, "credit"),
          paidOutsideCents: on(did("record-outside-payment"), `outstanding/${obligation}`, "credit"),
          payableCents: Math.max(payable, 0),
          unclaimedCents: on(mine, `unclaimed/${obligation}`, "credit"),
          givenUpCents:
            on(remitted, `payable/${obligation}`, "debit") + on(remitted, `unclaimed/${obligation}`, "debit"),
          advancedCents: Math.max(-payable, 0),
        };
      }),
  };
};

/** An obligor's statement from nothing. */
export const obviousObligor = (ledger: Ledger, obligor: string, view: View) => {
  const own = ordered(ledger).flatMap((each) => {
    const bound = each.bound.find((one) => one.obligor === obligor);
    return bound === undefined ? [] : [{ ...each, capCents: bound.capCents }];
  });
  const paid = entriesOf(ledger).flatMap(({ command }) =>
    command.do === "receive-payment" && command.obligor === obligor ? [`unallocated/${command.id}`] : [],
  );
  const namesOf = (id: string) => [`outstanding/${id}`, `ordered/${id}`, `collected/${id}/${obligor}`];
  const accounts = new Set([...own.flatMap(({ obligation }) => namesOf(obligation)), ...paid]);
  const mine = viewed(ledger, view).filter((entry) => touches(entry, accounts));
  const owedOf = (
    some: readonly Entry[],
    { obligation, capCents }: { readonly obligation: string; readonly capCents: number | null },
  ) => {
    const left = on(some, `outstanding/${obligation}`, "debit");
    const cap = (capCents ?? Infinity) - on(some, `collected/${obligation}/${obligor}`, "debit");
    return Math.max(0, Math.min(left, cap));
  };
  return {
    lines: mine.map(({ seq }, at) => {
      const some = mine.slice(0, at + 1);
      return {
        seq,
        after: {
          outstandingCents: own.reduce(
            (sum, { obligation }) => sum + on(some, `outstanding/${obligation}`, "debit"),
            0,
          ),
          owedCents: own.reduce((sum, each) => sum + owedOf(some, each), 0),
          waitingCents: paid.reduce((sum, account) => sum + on(some, account as AccountId, "credit"), 0),
        },
      };
    }),
    debts: own
      .filter(({ obligation }) => mine.some((entry) => touches(entry, new Set(namesOf(obligation)))))
      .map((each) => ({
        order: each.order,
        listed: each.listed,
        orderedCents: on(mine, `ordered/${each.obligation}`, "credit"),
        outstandingCents: on(mine, `outstanding/${each.obligation}`, "debit"),
        collectedCents:
          on(mine, `ordered/${each.obligation}`, "credit") - on(mine, `outstanding/${each.obligation}`, "debit"),
        collectedFromObligorCents: on(mine, `collected/${each.obligation}/${obligor}`, "debit"),
        capCents: each.capCents,
        owedCents: owedOf(mine, each),
      })),
  };
};
