import { type AccountId, type AccountKind, kindOf } from "../ledger/account.ts";
import { decodeId, encodeId } from "./encode-id.ts";

/** How a program for plain-text accounting names the accounts of a ledger, each by a name of its own. */
export type AccountNames = {
  /** What the other program calls an account; no two accounts have one name. */
  readonly nameOf: (account: AccountId) => string;
  /** The account of a name; `null` where no account is named so. */
  readonly accountOf: (name: string) => AccountId | null;
};

type Style = {
  readonly roots: Readonly<Record<AccountKind, string>>;
  readonly partOf: (id: string) => string;
  readonly idOf: (part: string) => string;
};

const namesIn = (style: Style): AccountNames => ({
  nameOf: (account) => {
    const kind = kindOf(account);
    const parts = idsOf(kind, account).map((id) => style.partOf(id));
    return [style.roots[kind], ...parts].join(":");
  },
  accountOf: (name) => {
    for (const [kind, root] of Object.entries(style.roots)) {
      if (kind === "held" && name === root) return kind;
      if (kind === "held" || !name.startsWith(`${root}:`)) continue;
      const parts = name.slice(root.length + 1).split(":");
      return [kind, ...parts.map((part) => style.idOf(part))].join("/") as AccountId;
    }
    return null;
  },
});

/** What an account is about: an obligation or a payment, and for what is collected the obligor after the last slash. */
const idsOf = (kind: AccountKind, account: AccountId): readonly string[] => {
  if (kind === "held") return [];
  const rest = account.slice(kind.length + 1);
  const slash = kind === "collected" ? rest.lastIndexOf("/") : -1;
  return slash < 0 ? [rest] : [rest.slice(0, slash), rest.slice(slash + 1)];
};

/**
 * The accounts as hledger is given them, such as `liabilities:payable:DC-25-1` or `debts:collected:DC-25-1:first`.
 * Money is assets and liabilities, so that a balance sheet nets to nothing as long as what is held is what is owed on.
 * Debts are not the agency's own: they have a root of their own, typed as equity, and net to nothing too.
 */
export const HLEDGER_NAMES: AccountNames = namesIn({
  roots: {
    held: "assets:held",
    unallocated: "liabilities:unallocated",
    payable: "liabilities:payable",
    unclaimed: "liabilities:unclaimed",
    ordered: "debts:ordered",
    outstanding: "debts:outstanding",
    collected: "debts:collected",
  },
  partOf: encodeId,
  idOf: decodeId,
});

const BEFORE_SMALL = "Id-";

/**
 * The accounts as beancount is given them, such as `Liabilities:Payable:DC-25-1` or `Equity:Debts:Ordered:Id-ann-1`: each
 * part begins with a capital or a digit there, so an id that does not is written after `Id-`.
 */
export const BEANCOUNT_NAMES: AccountNames = namesIn({
  roots: {
    held: "Assets:Held",
    unallocated: "Liabilities:Unallocated",
    payable: "Liabilities:Payable",
    unclaimed: "Liabilities:Unclaimed",
    ordered: "Equity:Debts:Ordered",
    outstanding: "Equity:Debts:Outstanding",
    collected: "Equity:Debts:Collected",
  },
  partOf: (id) => {
    const part = encodeId(id);
    return /^[A-Z0-9]/u.test(part) && !part.startsWith(BEFORE_SMALL) ? part : BEFORE_SMALL + part;
  },
  idOf: (part) => decodeId(part.startsWith(BEFORE_SMALL) ? part.slice(BEFORE_SMALL.length) : part),
});
