import type { CaseNumber, LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { ClaimId } from "../allocation/claim.ts";
import { entryOf, type ObligationState, type PayeeState } from "../ledger/book.ts";
import type { ChoiceTaken, Entry } from "../ledger/entry.ts";
import { EntryNotFound, PayeeNotFound } from "../ledger/errors.ts";
import type { EntryId, PayeeId } from "../ledger/ids.ts";
import { bookOf, type Ledger } from "../ledger/ledger.ts";
import { type GroundToldToPayee, tellPayeeGround } from "./ground-told.ts";
import { moneyTrail, type MoneyTrail, outOf, type Went, wentName } from "./money-trail.ts";
import { EVERYTHING } from "./view.ts";

// INVARIANT: nothing here can hold another payee's data, the whole of a payment, its id or paper, or who paid it.

/** Cents of a payee's, all of one payment. */
export type PartExplained = {
  readonly obligation: ClaimId;
  readonly cause: CaseNumber;
  readonly cents: number;
  /** The day of the payment; `null` where no money covers it yet. */
  readonly receivedOn: LocalDate | null;
  /** The day that it was credited to the payee, which is later where the money waited. */
  readonly creditedOn: LocalDate | null;
  readonly ground: GroundToldToPayee;
  /** The choices of the agency that were followed, with who made them and when. */
  readonly choices: readonly ChoiceTaken[];
};

/** Why a payee got what they got. The parts sum to `cents`. */
export type PayeeExplanation = {
  readonly payee: PayeeId;
  readonly seq: number;
  readonly on: LocalDate;
  /** `paid-out`: a disbursement; `collected`: what one payment or transfer credited. */
  readonly what: "paid-out" | "collected";
  readonly cents: number;
  /** Whether it was taken back since: the parts are then what it was made of. */
  readonly isTakenBack: boolean;
  readonly parts: readonly PartExplained[];
};

/**
 * "Why did I get $41.67?": the cents of a disbursement followed back to the payments that they came from, the oldest first,
 * as things stand now; or what one payment brought the payee. An entry is named by its id or by its number on a statement.
 * @errors `PayeeNotFound`; `EntryNotFound` when no such entry paid or credited this payee, whether or not there is one.
 */
export const explainToPayee = (
  ledger: Ledger,
  { payee: id, entry: asked }: { readonly payee: PayeeId; readonly entry: EntryId | number },
): Result.Result<PayeeExplanation, PayeeNotFound | EntryNotFound> => {
  const book = bookOf(ledger);
  const payee = book.payees.get(id);
  if (payee === undefined) return Result.fail(new PayeeNotFound({ payee: id }));
  const entry = typeof asked === "number" ? book.entries[asked - 1] : entryOf(book, asked);
  const answer = entry === undefined || entry.reverses !== null ? null : explain(ledger, payee, entry);
  if (answer !== null && answer.cents > 0) return Result.succeed(answer);
  return Result.fail(
    new EntryNotFound({ entry: String(asked) as EntryId, wanted: "credit or disbursement to this payee" }),
  );
};

const explain = (ledger: Ledger, payee: PayeeState, entry: Entry): PayeeExplanation => {
  const book = bookOf(ledger);
  const isPaidOut = PAYS_OUT.has(entry.command.do);
  const isTakenBack = book.reversedBy.has(entry.id) || book.returnedBy.has(entry.id);
  const touched = payee.obligations.filter(({ id }) => movesMoneyOf(entry, id));
  const trail = moneyTrail(
    book,
    touched.map(({ id }) => id),
    EVERYTHING,
  );
  const how = { entry, trail, isStanding: isPaidOut && !isTakenBack };
  const parts = touched.flatMap((obligation) =>
    together(isPaidOut ? wentOut(obligation, how) : cameIn(obligation, how)).map((went) =>
      partOf(ledger, obligation, went),
    ),
  );
  return {
    payee: payee.id,
    seq: entry.seq,
    on: entry.command.effectiveOn,
    what: isPaidOut ? "paid-out" : "collected",
    cents: parts.reduce((sum, { cents }) => sum + cents, 0),
    isTakenBack,
    parts,
  };
};

const PAYS_OUT: ReadonlySet<string> = new Set(["disburse", "run-disbursement"]);
const CREDITS: ReadonlySet<string> = new Set(["receive-payment", "allocate-held", "transfer-between-causes"]);

const movesMoneyOf = ({ command, transfers }: Entry, id: ClaimId): boolean => {
  const account = `payable/${id}` as const;
  if (PAYS_OUT.has(command.do)) return transfers.some(({ debit }) => debit === account);
  return CREDITS.has(command.do) && transfers.some(({ credit }) => credit === account);
};

type How = { readonly entry: Entry; readonly trail: MoneyTrail; readonly isStanding: boolean };

/** What paid a disbursement: as things stand now, or as they stood where it was taken back. */
const wentOut = ({ id }: ObligationState, { entry, trail, isStanding }: How): readonly Went[] => {
  const account = `payable/${id}` as const;
  if (isStanding) return trail.places.get(outOf(entry.id, account))?.slices ?? [];
  return trail.went.get(wentName(entry.id, { debit: account, credit: "held" })) ?? [];
};

const cameIn = ({ id }: ObligationState, { entry, trail }: How): readonly Went[] => {
  const credits = entry.transfers.filter(({ credit }) => credit === `payable/${id}`);
  const names = new Set(credits.map((transfer) => wentName(entry.id, transfer)));
  return [...names].flatMap((name) => trail.went.get(name) ?? []);
};

/** Cents of one lot that came the same way are one part, though they may have been cut on the way. */
const together = (all: readonly Went[]): readonly Went[] => {
  const parts: { lot: Went["lot"]; cents: number; moves: Went["moves"] }[] = [];
  for (const { lot, cents, moves } of all) {
    const same = parts.find((each) => each.lot === lot && each.moves.at(-1) === moves.at(-1));
    if (same === undefined) parts.push({ lot, cents, moves });
    else same.cents += cents;
  }
  return parts;
};

const partOf = ({ law }: Ledger, { id, order }: ObligationState, { lot, cents, moves }: Went): PartExplained => {
  const own = { obligation: id, cause: order.cause, cents };
  if (lot === null)
    return { ...own, receivedOn: null, creditedOn: null, ground: { kind: "not-covered-yet" }, choices: [] };
  const { receivedOn, entry } = lot;
  const moved = moves.at(-1)?.command.effectiveOn;
  // Before it was moved it may have been somebody else's: the law that credited it then is not the payee's to know.
  if (moved !== undefined)
    return { ...own, receivedOn, creditedOn: moved, ground: { kind: "moved-between-causes", on: moved }, choices: [] };
  return {
    ...own,
    receivedOn,
    creditedOn: entry.command.effectiveOn,
    ground: tellPayeeGround(law.file, lot.ground),
    choices: entry.choices,
  };
};
