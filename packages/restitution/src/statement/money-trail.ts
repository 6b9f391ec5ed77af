import type { LocalDate } from "@victim-rights/core";
import type { ClaimId } from "../allocation/claim.ts";
import { type AccountId, kindOf } from "../ledger/account.ts";
import { type Book, entryOf } from "../ledger/book.ts";
import type { Command } from "../ledger/command.ts";
import type { Entry } from "../ledger/entry.ts";
import type { EntryId } from "../ledger/ids.ts";
import type { Transfer } from "../ledger/transfer.ts";
import { doneBy } from "./event-of.ts";
import {
  emptyPlace,
  type Lot,
  put,
  type Slice,
  take,
  takeLot,
  type TrailPlace,
  uncover,
  uncovered,
} from "./trail-place.ts";
import { recordedEntries, type View } from "./view.ts";

/** Cents as they went at the time of an entry, whatever became of them since. */
export type Went = Readonly<Pick<Slice, "lot" | "cents" | "moves">>;

/**
 * Where the cents of some debts came from and went: the oldest money goes out first, and where money bounced that was paid
 * on already, the next money of the same debt makes up for it.
 */
export type MoneyTrail = {
  /** By account, or by entry and account where money went out. */
  readonly places: ReadonlyMap<PlaceName, TrailPlace>;
  /** By transfer, the cents that it moved. */
  readonly went: ReadonlyMap<string, readonly Went[]>;
};

/** Names a place of a trail. */
export type PlaceName = AccountId | `out/${EntryId}/${AccountId}`;

/** Where an entry sent money of an account. */
export const outOf = (entry: EntryId, account: AccountId): PlaceName => `out/${entry}/${account}`;

/** Names the cents that an entry moved from an account. */
export const wentName = (entry: EntryId, { debit, credit }: Pick<Transfer, "debit" | "credit">): string =>
  `${entry} ${debit} ${credit}`;

/** Follows the money of some debts, and of those that money was moved between. */
export const moneyTrail = (book: Book, obligations: readonly ClaimId[], view: View): MoneyTrail => {
  const trail: Trail = { places: new Map(), went: new Map() };
  const lists = [...joined(book, obligations)].map((id) => book.obligations.get(id)?.entries ?? []);
  for (const entry of recordedEntries(book, lists, view)) {
    const { command, reversed } = doneBy(book, entry);
    const step = { book, trail, entry, done: reversed ?? entry, command, since: entry.command.effectiveOn };
    if (reversed === null) for (const transfer of entry.transfers) forward(step, transfer);
    else for (const transfer of takenBackBy(entry)) backward(step, transfer);
  }
  return trail;
};

type Trail = { readonly places: Map<PlaceName, TrailPlace>; readonly went: Map<string, Went[]> };

type Step = {
  readonly book: Book;
  readonly trail: Trail;
  /** The entry itself, and the one that it does or takes back. */
  readonly entry: Entry;
  readonly done: Entry;
  readonly command: Command;
  readonly since: LocalDate;
};

/** The debts, with every debt that money was moved to from them or came from. */
const joined = (book: Book, obligations: readonly ClaimId[]): ReadonlySet<ClaimId> => {
  const all = new Set(obligations);
  // A set is walked through to what was added on the way.
  for (const id of all)
    for (const place of book.obligations.get(id)?.entries ?? []) {
      const command = book.entries[place]?.command;
      if (command?.do !== "transfer-between-causes") continue;
      all.add(command.from);
      all.add(command.to);
    }
  return all;
};

/** What a reversal takes back, as it went: once for all that went the same way. */
const takenBackBy = ({ transfers }: Entry): readonly Transfer[] =>
  [...Map.groupBy(transfers, (transfer) => wentName("" as EntryId, transfer)).values()].flatMap((same) => {
    const [first] = same;
    const cents = same.reduce((sum, each) => sum + each.cents, 0);
    return first === undefined ? [] : [{ ...first, debit: first.credit, credit: first.debit, cents }];
  });

const forward = (step: Step, transfer: Transfer): void => {
  const { trail, done, entry, since } = step;
  const route = routeOf(step, transfer);
  if (route === null) return;
  const { from, to } = route;
  const slices = from === null ? [credited(step, transfer)] : take(placeIn(trail, from), transfer.cents);
  const isMove = done.command.do === "transfer-between-causes";
  if (isMove) for (const slice of slices) slice.moves = [...slice.moves, entry];
  noteWent(trail, wentName(done.id, transfer), slices);
  put(placeIn(trail, to), slices, { since });
};

/** Where the money of a transfer is, and where it goes; `null` where it is no money of a debt. */
type Route = { readonly from: PlaceName | null; readonly to: PlaceName };

const routeOf = ({ done, command }: Step, { debit, credit }: Transfer): Route | null => {
  const isFromDebt = IS_HELD.has(kindOf(debit));
  if (command.do === "return-disbursement")
    return { from: outOf(command.disbursement, `payable/${credit.slice("unclaimed/".length) as ClaimId}`), to: credit };
  if (IS_HELD.has(kindOf(credit))) return { from: isFromDebt ? debit : null, to: credit };
  return isFromDebt ? { from: debit, to: outOf(done.id, debit) } : null;
};

const IS_HELD: ReadonlySet<string> = new Set(["payable", "unclaimed"]);

const credited = ({ book, done, command }: Step, { cents, ground }: Transfer): Slice => {
  const payment = command.do === "allocate-held" ? command.payment : done.id;
  const receivedOn = (entryOf(book, payment) ?? done).command.effectiveOn;
  const lot: Lot = { payment, receivedOn, entry: done, ground };
  return { lot, cents, moves: [], since: receivedOn, home: null, owedAt: null };
};

/** A reversal: the same money goes back, and where it has gone on, what it has gone on to is uncovered. */
const backward = (step: Step, transfer: Transfer): void => {
  const route = routeOf(step, transfer);
  if (route === null) return;
  const to = placeIn(step.trail, route.to);
  const back = route.to.startsWith("out/") ? take(to, sumOf(to.slices)) : takeBack(step, transfer, to);
  if (route.from === null) return;
  for (const slice of back) slice.moves = slice.moves.filter((move) => move !== step.done);
  put(placeIn(step.trail, route.from), back, { since: step.since, inFront: true });
};

const takeBack = ({ trail, done }: Step, transfer: Transfer, at: TrailPlace): readonly Slice[] => {
  const went = trail.went.get(wentName(done.id, transfer)) ?? [{ lot: null, cents: transfer.cents, moves: [] }];
  return went.flatMap(({ lot, cents, moves }) => {
    if (lot === null) return take(at, cents);
    const there = takeLot(at, lot, cents);
    const short = cents - sumOf(there);
    const found = uncover(lot, short, { at, places: trail.places.values(), undone: done });
    const gone: Slice[] =
      found > 0 ? [{ lot, cents: found, moves, since: lot.receivedOn, home: null, owedAt: null }] : [];
    const lost = short - found > 0 ? [uncovered(at, short - found)] : [];
    return [...there, ...gone, ...lost];
  });
};

const sumOf = (slices: readonly Slice[]): number => slices.reduce((sum, { cents }) => sum + cents, 0);

const placeIn = ({ places }: Trail, name: PlaceName): TrailPlace => {
  const known = places.get(name);
  if (known !== undefined) return known;
  const place = emptyPlace();
  places.set(name, place);
  return place;
};

const noteWent = ({ went }: Trail, name: string, slices: readonly Slice[]): void => {
  const noted = slices.map(({ lot, cents, moves }) => ({ lot, cents, moves }));
  went.set(name, [...(went.get(name) ?? []), ...noted]);
};
