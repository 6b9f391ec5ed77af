import type { LocalDate } from "@victim-rights/core";
import { entriesOf, type PayeeId, type RunOutcome } from "@victim-rights/restitution";
import { type Io, say, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { money, paidBy, payeesIn, type Share } from "./entries-in-words.ts";
import { counted, type Told } from "./print-posted.ts";

/** Somebody whose money a run leaves where it is, and why. */
export type HeldPayee = {
  readonly payee: PayeeId;
  readonly cents: number;
  readonly why: Extract<RunOutcome, { readonly kind: "hold" }>;
};

/** What a run came to. */
export type RunTold = Told & { readonly held: readonly HeldPayee[] };

/** How a run was held, and for whom it is printed. */
export type RunTelling = {
  readonly journal: string;
  readonly on: LocalDate;
  readonly dryRun: boolean;
  readonly json: boolean;
};

/** Somebody who is paid, and for what. */
type PaidPayee = { readonly payee: string; readonly cents: number; readonly parts: readonly Share[] };

/** Prints who is paid what, and who is held and why: ids and amounts, never a name or an address. */
export const printRun = (io: Io, told: RunTold, { journal, on, dryRun, json }: RunTelling): void => {
  const paid = paidIn(told);
  const known = told.known.length > 0;
  // A run that was posted before holds nobody now: who waits today is another run's to say.
  const held = known ? [] : told.held;
  if (json) return sayJson(io, { on, posted: !dryRun && !known, known, paid, held, head: told.head });
  const style = styleFor(io);
  const total = paid.reduce((sum, { cents }) => sum + cents, 0);
  const would = dryRun ? "would be " : "";
  say(io, style("bold", `${money(total)} ${would}paid to ${counted(paid.length, "payee", "payees")} on ${on}`));
  if (known) say(io, "  the run was posted before: nothing is paid again");
  for (const line of [...paid.map(paidLine), ...held.map(heldLine)]) say(io, `  ${line}`);
  if (!dryRun) say(io, `posted to ${journal}; head ${told.head.seq}:${told.head.hash}`);
};

const paidIn = ({ ledger, entries }: RunTold): readonly PaidPayee[] => {
  const payees = payeesIn(entriesOf(ledger));
  return entries.flatMap((entry) => {
    const parts = paidBy(entry, payees);
    if (entry.payee === null) return [];
    return [{ payee: entry.payee, cents: parts.reduce((sum, { cents }) => sum + cents, 0), parts }];
  });
};

const paidLine = ({ payee, cents, parts }: PaidPayee): string =>
  `${payee}: ${money(cents)} (${parts.map(({ obligation, cents: own }) => `${obligation} ${money(own)}`).join(", ")})`;

const heldLine = ({ payee, cents, why }: HeldPayee): string =>
  why.because === "no-address"
    ? `${payee}: ${money(cents)} held: no address is known; record one when it is found`
    : `${payee}: ${money(cents)} held: not due before ${why.dueBy} by \`${why.rule}\`; \`--minimum none\` pays it all the same`;
