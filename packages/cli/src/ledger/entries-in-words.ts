import { type Cents, formatCents } from "@victim-rights/core";
import type { ClaimId, Entry, PayeeId, Waiting } from "@victim-rights/restitution";

/** Cents of an obligation that an entry moves, and whose they are. */
export type Share = { readonly obligation: ClaimId; readonly payee: PayeeId | null; readonly cents: number };

/** Who is owed what each obligation is for, from the entries that made them. */
export const payeesIn = (entries: readonly Entry[]): ReadonlyMap<ClaimId, PayeeId> => {
  const payees = new Map<ClaimId, PayeeId>();
  for (const { command } of entries) {
    if (command.do === "enter-order") for (const { id, payee } of command.obligations) payees.set(id, payee);
    if (command.do === "assess-fee") payees.set(command.obligation, command.payee);
  }
  return payees;
};

/** What an entry puts on deposit for payees, by obligation. */
export const allocatedBy = (entry: Entry, payees: ReadonlyMap<ClaimId, PayeeId>): readonly Share[] =>
  sharesOf(
    entry.transfers.map(({ credit, cents }) => ({ account: credit, cents })),
    payees,
  );

/** What an entry pays out, or takes back, of what was on deposit for payees, by obligation. */
export const paidBy = (entry: Entry, payees: ReadonlyMap<ClaimId, PayeeId>): readonly Share[] =>
  sharesOf(
    entry.transfers.map(({ debit, cents }) => ({ account: debit, cents })),
    payees,
  );

type Moved = { readonly account: string; readonly cents: number };

const PAYABLE = "payable/";

/** Several steps that move money of one obligation are told once, with the sum. */
const sharesOf = (moved: readonly Moved[], payees: ReadonlyMap<ClaimId, PayeeId>): readonly Share[] => {
  const sums = new Map<ClaimId, number>();
  for (const { account, cents } of moved) {
    if (!account.startsWith(PAYABLE)) continue;
    const obligation = account.slice(PAYABLE.length) as ClaimId;
    sums.set(obligation, (sums.get(obligation) ?? 0) + cents);
  }
  return [...sums].map(([obligation, cents]) => ({ obligation, payee: payees.get(obligation) ?? null, cents }));
};

/** Money as a person writes it. */
export const money = (cents: number): string => formatCents(cents as Cents);

/** Shares in one line, such as `ann $66.67 (ann-1)`. */
export const sharesInWords = (shares: readonly Share[]): string =>
  shares.map(({ payee, obligation, cents }) => `${payee ?? "nobody"} ${money(cents)} (${obligation})`).join(", ");

/** Why money waits, and what would settle it. */
export const waitingInWords = (waiting: Waiting): string => {
  switch (waiting.because) {
    case "nothing-owed":
      return "the payer owes nothing more; refund it, or post `allocate-held` when there is a new debt";
    case "no-step-reaches":
      return "the order of payment does not reach what the payer still owes; have a person decide, then refund it or post `allocate-held`";
    case "no-policy-decides": {
      const off = waiting.leftOut.map((rule) => `\`${rule}\``).join(", ");
      return `no order of payment decides${off === "" ? "" : `: ${off} ${waiting.leftOut.length === 1 ? "is" : "are"} off or not in force; turn one on under \`enable\` in the policy`}, then post \`allocate-held\``;
    }
    case "discretion-needed": {
      const { id, why, options } = waiting.choice;
      const ways = options.map((option) => `\`${option.id}\` (${option.title})`).join(" or ");
      return `${why}; record a choice of \`${id}\` in the policy: ${ways}; then post \`allocate-held\``;
    }
  }
};
