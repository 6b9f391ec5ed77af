import { daysBetween, type LocalDate } from "@victim-rights/core";
import type { ClaimId } from "../allocation/claim.ts";
import type { Book, ObligationState } from "../ledger/book.ts";
import type { Waiting } from "../ledger/entry.ts";
import type { EntryId } from "../ledger/ids.ts";
import { bookOf, entriesOf, type Ledger } from "../ledger/ledger.ts";
import { type AgeBand, ageBandOf, type CentsByAge, centsByAge } from "./age-band.ts";
import { type Balances, balancesOf } from "./balances.ts";
import { moneyTrail, type MoneyTrail } from "./money-trail.ts";
import type { View } from "./view.ts";
import { waitingMoney } from "./waiting-money.ts";

/** A debt that is not collected in full, by its age: the days since it counts, which is the judgment or a fee's assessment. */
export type AgedDebt = {
  readonly obligation: ClaimId;
  readonly since: LocalDate;
  readonly days: number;
  readonly band: AgeBand;
  readonly cents: number;
};

/** Cents on deposit, all of one payment, by their age: the days since they were received. */
export type AgedMoney = {
  readonly kind: "payable" | "unclaimed" | "unallocated";
  /** The debt that they are held for; `null` while they wait. */
  readonly obligation: ClaimId | null;
  /** Where they come from; `null` for what came back from a payee to whom it had been sent out of money that bounced. */
  readonly payment: EntryId | null;
  readonly receivedOn: LocalDate;
  /** Since when they are on this account. */
  readonly heldSince: LocalDate;
  readonly days: number;
  readonly band: AgeBand;
  readonly cents: number;
  /** Why they wait, where they do. */
  readonly waiting: Waiting | null;
};

/** Cents that went out of money that bounced afterwards: to the payee of a debt, or back to whoever had made a payment. */
export type Advanced =
  | { readonly kind: "sent"; readonly obligation: ClaimId; readonly cents: number }
  | { readonly kind: "refunded"; readonly payment: EntryId; readonly cents: number };

/** What is owed and what is held, by age. The lots less what is advanced are what is held. */
export type Ageing = {
  readonly asOf: LocalDate;
  readonly outstanding: {
    readonly debts: readonly AgedDebt[];
    readonly bands: CentsByAge;
    readonly totalCents: number;
  };
  readonly deposit: {
    readonly lots: readonly AgedMoney[];
    readonly bands: CentsByAge;
    /** Gone out of money that bounced afterwards. */
    readonly advanced: readonly Advanced[];
    readonly advancedCents: number;
    readonly heldCents: number;
  };
};

/** What is outstanding and what lies on deposit at the end of a day, by age; every cent held names the payment it comes from. */
export const ageing = (ledger: Ledger, view: View): Ageing => {
  const book = bookOf(ledger);
  const balances = balancesOf(entriesOf(ledger), view);
  const debts = [...book.obligations.values()].flatMap((each) => agedDebt(each, balances, view));
  return {
    asOf: view.asOf,
    outstanding: { debts, bands: centsByAge(debts), totalCents: sumOf(debts) },
    deposit: depositOf(book, balances, view),
  };
};

const agedDebt = ({ id, effectiveOn }: ObligationState, balances: Balances, { asOf }: View): readonly AgedDebt[] => {
  const cents = balances.get(`outstanding/${id}`) ?? 0;
  if (cents === 0) return [];
  const days = daysBetween(effectiveOn, asOf);
  return [{ obligation: id, since: effectiveOn, days, band: ageBandOf(days), cents }];
};

const depositOf = (book: Book, balances: Balances, view: View): Ageing["deposit"] => {
  const moving = [...book.obligations.keys()].filter(
    (id) => (balances.get(`payable/${id}`) ?? 0) !== 0 || (balances.get(`unclaimed/${id}`) ?? 0) !== 0,
  );
  const trail = moneyTrail(book, moving, view);
  const waiting = waitingMoney(book, balances, view);
  const undivided = waiting.filter(({ cents }) => cents > 0);
  const lots = [
    ...moving.flatMap((id) => heldFor(id, trail, view)),
    ...undivided.map((each) => aged({ ...each, kind: "unallocated" }, view)),
  ].toSorted((left, right) => right.days - left.days);
  const advanced = [
    ...moving.flatMap((id) => sentTooMuch(id, trail)),
    ...waiting
      .filter(({ cents }) => cents < 0)
      .map(({ payment, cents }) => ({ kind: "refunded" as const, payment, cents: -cents })),
  ];
  return {
    lots,
    bands: centsByAge(lots),
    advanced,
    advancedCents: sumOf(advanced),
    heldCents: balances.get("held") ?? 0,
  };
};

const sentTooMuch = (id: ClaimId, { places }: MoneyTrail): readonly Advanced[] => {
  const cents = sumOf(places.get(`payable/${id}`)?.debts ?? []);
  return cents === 0 ? [] : [{ kind: "sent", obligation: id, cents }];
};

const heldFor = (id: ClaimId, { places }: MoneyTrail, view: View): readonly AgedMoney[] =>
  (["payable", "unclaimed"] as const).flatMap((kind) =>
    (places.get(`${kind}/${id}`)?.slices ?? []).map(({ lot, cents, since }) =>
      aged(
        {
          kind,
          obligation: id,
          payment: lot?.payment ?? null,
          receivedOn: lot?.receivedOn ?? since,
          heldSince: since,
          cents,
          waiting: null,
        },
        view,
      ),
    ),
  );

const aged = (money: Omit<AgedMoney, "days" | "band">, { asOf }: View): AgedMoney => {
  const days = daysBetween(money.receivedOn, asOf);
  return { ...money, days, band: ageBandOf(days) };
};

const sumOf = (all: readonly { readonly cents: number }[]): number => all.reduce((sum, { cents }) => sum + cents, 0);
