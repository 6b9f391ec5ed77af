import type { ClaimId } from "../allocation/claim.ts";
import { type AccountId, type AccountKind, kindOf, NORMAL_SIDE } from "../ledger/account.ts";
import type { Book, ObligationState } from "../ledger/book.ts";
import type { EntryId, ObligorId } from "../ledger/ids.ts";
import { bookOf, entriesOf, type Ledger } from "../ledger/ledger.ts";
import { type Balances, balancesOf } from "./balances.ts";

/** Something that must hold of a ledger and does not. */
export type BrokenRule =
  /** What stands on the accounts that debits make larger is not what stands on the others. */
  | { readonly rule: "debits-equal-credits"; readonly debitCents: number; readonly creditCents: number }
  /** The money on deposit is not the money of somebody. */
  | { readonly rule: "held-is-somebodys"; readonly heldCents: number; readonly theirsCents: number }
  /** What was ordered is not what is outstanding and what is collected. */
  | {
      readonly rule: "ordered-is-outstanding-and-collected";
      readonly obligation: ClaimId;
      readonly orderedCents: number;
      readonly partsCents: number;
    }
  | { readonly rule: "never-negative"; readonly account: AccountId; readonly cents: number }
  /** More was collected from somebody than they are bound to pay. */
  | {
      readonly rule: "caps-are-kept";
      readonly obligation: ClaimId;
      readonly obligor: ObligorId;
      readonly capCents: number;
      readonly collectedCents: number;
    }
  /** A transfer moves no positive number of whole cents. */
  | { readonly rule: "cents-are-whole"; readonly entry: EntryId; readonly cents: number }
  /** A balance that is kept is not the one that the entries come to. */
  | {
      readonly rule: "balances-are-of-entries";
      readonly account: AccountId;
      readonly keptCents: number;
      readonly cents: number;
    };

/** Recomputes from nothing everything that must hold of a ledger; all that does not, and nothing when all is well. */
export const auditLedger = (ledger: Ledger): readonly BrokenRule[] => {
  const book = bookOf(ledger);
  const entries = entriesOf(ledger);
  const balances = balancesOf(entries);
  return [
    ...entries.flatMap(({ id, transfers }) =>
      transfers
        .filter(({ cents }) => !Number.isSafeInteger(cents) || cents < 1)
        .map(({ cents }) => ({ rule: "cents-are-whole" as const, entry: id, cents })),
    ),
    ...auditSides(balances),
    ...auditHeld(balances),
    ...[...book.obligations.values()].flatMap((each) => auditDebt(each, balances)),
    ...[...balances].flatMap(([account, cents]) =>
      cents < 0 && NEVER_NEGATIVE.has(kindOf(account)) ? [{ rule: "never-negative" as const, account, cents }] : [],
    ),
    ...auditKept(book, balances),
  ];
};

/**
 * `payable`, `unallocated` and `held` are not among them: they are below nothing where money that bounced had been sent or
 * refunded before.
 */
const NEVER_NEGATIVE: ReadonlySet<AccountKind> = new Set<AccountKind>([
  "ordered",
  "outstanding",
  "collected",
  "unclaimed",
]);

const sumOf = (balances: Balances, counts: (kind: AccountKind) => boolean): number =>
  [...balances].reduce((sum, [account, cents]) => (counts(kindOf(account)) ? sum + cents : sum), 0);

const auditSides = (balances: Balances): readonly BrokenRule[] => {
  const debitCents = sumOf(balances, (kind) => NORMAL_SIDE[kind] === "debit");
  const creditCents = sumOf(balances, (kind) => NORMAL_SIDE[kind] === "credit");
  return debitCents === creditCents ? [] : [{ rule: "debits-equal-credits", debitCents, creditCents }];
};

const THEIRS: ReadonlySet<AccountKind> = new Set<AccountKind>(["payable", "unallocated", "unclaimed"]);

const auditHeld = (balances: Balances): readonly BrokenRule[] => {
  const heldCents = balances.get("held") ?? 0;
  const theirsCents = sumOf(balances, (kind) => THEIRS.has(kind));
  return heldCents === theirsCents ? [] : [{ rule: "held-is-somebodys", heldCents, theirsCents }];
};

const auditDebt = ({ id, debts }: ObligationState, balances: Balances): readonly BrokenRule[] => {
  const orderedCents = balances.get(`ordered/${id}`) ?? 0;
  const collected = [...debts].map(([obligor, { capCents, collected: account }]) => ({
    obligor,
    capCents,
    collectedCents: balances.get(account.id) ?? 0,
  }));
  const collectedCents = collected.reduce((sum, each) => sum + each.collectedCents, 0);
  const partsCents = (balances.get(`outstanding/${id}`) ?? 0) + collectedCents;
  const rule = "ordered-is-outstanding-and-collected";
  return [
    ...(orderedCents === partsCents ? [] : [{ rule, obligation: id, orderedCents, partsCents } as const]),
    ...collected.flatMap(({ obligor, capCents, collectedCents: from }) =>
      capCents === null || from <= capCents
        ? []
        : [{ rule: "caps-are-kept" as const, obligation: id, obligor, capCents, collectedCents: from }],
    ),
  ];
};

/** An account that is done with is not kept, which is as good as nothing on it. */
const auditKept = ({ accounts }: Book, balances: Balances): readonly BrokenRule[] => {
  const all = new Set([...accounts.keys(), ...balances.keys()]);
  return [...all].flatMap((account) => {
    const keptCents = accounts.get(account)?.cents ?? 0;
    const cents = balances.get(account) ?? 0;
    return keptCents === cents ? [] : [{ rule: "balances-are-of-entries" as const, account, keptCents, cents }];
  });
};
