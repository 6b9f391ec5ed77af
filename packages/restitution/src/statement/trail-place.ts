import { invariant, type LocalDate } from "@victim-rights/core";
import type { Entry } from "../ledger/entry.ts";
import type { EntryId } from "../ledger/ids.ts";
import type { Ground } from "../ledger/transfer.ts";

/** Cents of one payment that one entry credited to one debt. */
export type Lot = {
  readonly payment: EntryId;
  /** When the payment counts from. */
  readonly receivedOn: LocalDate;
  /** The entry that credited it: the payment's own, or a later one that divided what waited. */
  readonly entry: Entry;
  readonly ground: Ground;
};

/**
 * Cents of one lot in one place. Without a lot they are not covered: they were paid on out of money that is not there any
 * more, and the next money that comes to `owedAt` is theirs.
 */
export type Slice = {
  lot: Lot | null;
  cents: number;
  /** The moves between causes that brought it here, oldest first. */
  moves: readonly Entry[];
  /** Since when it is in its place. */
  since: LocalDate;
  home: TrailPlace | null;
  owedAt: TrailPlace | null;
};

/**
 * Where cents can be: held on an account of a debt, or gone out by an entry; what came first is first. `debts` are slices
 * elsewhere that the next money here is owed to. An account has its slices less its debts, and never lots beside debts.
 */
export type TrailPlace = { slices: Slice[]; readonly debts: Slice[] };

/** A place with nothing in it. */
export const emptyPlace = (): TrailPlace => ({ slices: [], debts: [] });

/** Takes cents out of a place, the oldest first; what it does not have goes out uncovered, and is owed here. */
export const take = (place: TrailPlace, cents: number): readonly Slice[] => {
  const taken: Slice[] = [];
  let left = cents;
  while (left > 0) {
    const [first] = place.slices;
    if (first === undefined) break;
    const piece = cut(first, Math.min(first.cents, left));
    leave(piece);
    taken.push(piece);
    left -= piece.cents;
  }
  return left > 0 ? [...taken, uncovered(place, left)] : taken;
};

/** Takes cents of one lot out of a place, as far as they are there. */
export const takeLot = (place: TrailPlace, lot: Lot, cents: number): readonly Slice[] => {
  const taken: Slice[] = [];
  let left = cents;
  for (const slice of place.slices.filter((each) => each.lot === lot)) {
    if (left === 0) break;
    const piece = cut(slice, Math.min(slice.cents, left));
    leave(piece);
    taken.push(piece);
    left -= piece.cents;
  }
  return taken;
};

/** Puts cents in a place, in front where they come back to it. Uncovered cents that come to where they are owed are settled. */
export const put = (
  place: TrailPlace,
  slices: readonly Slice[],
  { since, inFront = false }: { readonly since: LocalDate; readonly inFront?: boolean },
): void => {
  const arriving = slices.filter((slice) => {
    const isSettled = slice.lot === null && slice.owedAt === place;
    if (isSettled) place.debts.splice(place.debts.indexOf(slice), 1);
    return !isSettled;
  });
  for (const slice of arriving) {
    slice.home = place;
    slice.since = since;
  }
  if (inFront) place.slices = arriving.concat(place.slices);
  else for (const slice of arriving) place.slices.push(slice);
  cover(place);
};

/** Cents of a place that went on, everywhere that they may be, and a move that does not count any more. */
export type Gone = {
  readonly at: TrailPlace;
  readonly places: Iterable<TrailPlace>;
  readonly undone: Entry;
};

/** Makes cents of a lot that went on from a place uncovered, so that they are owed there; how many of them were found. */
export const uncover = (lot: Lot, cents: number, { at, places, undone }: Gone): number => {
  let left = cents;
  for (const place of places) {
    for (const slice of place === at ? [] : place.slices.filter((each) => each.lot === lot)) {
      if (left === 0) break;
      const lost = cut(slice, Math.min(slice.cents, left));
      lost.lot = null;
      lost.owedAt = at;
      lost.moves = lost.moves.filter((move) => move !== undone);
      at.debts.push(lost);
      left -= lost.cents;
    }
  }
  cover(at);
  return cents - left;
};

/** Cents without a lot, which the next money of a place is owed to. */
export const uncovered = (place: TrailPlace, cents: number): Slice => {
  const slice: Slice = { lot: null, cents, moves: [], since: NOT_YET, home: null, owedAt: place };
  place.debts.push(slice);
  return slice;
};

const NOT_YET = "0000-00-00" as LocalDate;

/** Money of a place goes to what is owed there, the oldest of both first. */
const cover = (place: TrailPlace): void => {
  while (place.debts.length > 0) {
    const [owed] = place.debts;
    const money = place.slices.find(({ lot }) => lot !== null);
    if (owed === undefined || money === undefined) return;
    const cents = Math.min(owed.cents, money.cents);
    const from = cut(money, cents);
    const to = cut(owed, cents);
    leave(from);
    place.debts.splice(place.debts.indexOf(to), 1);
    to.lot = from.lot;
    to.moves = [...from.moves, ...to.moves];
    to.owedAt = null;
  }
};

/** The first cents of a slice as a slice of their own, in the same place. */
const cut = (slice: Slice, cents: number): Slice => {
  if (cents === slice.cents) return slice;
  const piece = { ...slice, cents };
  slice.cents -= cents;
  insertBefore(slice.home?.slices, slice, piece);
  if (slice.lot === null) insertBefore(slice.owedAt?.debts, slice, piece);
  return piece;
};

const insertBefore = (slices: Slice[] | undefined, slice: Slice, piece: Slice): void => {
  const at = slices?.indexOf(slice) ?? -1;
  if (at >= 0) slices?.splice(at, 0, piece);
};

const leave = (slice: Slice): void => {
  const { home } = slice;
  const at = home?.slices.indexOf(slice) ?? -1;
  invariant(home !== null && at >= 0, "a slice leaves the place that it is in");
  home.slices.splice(at, 1);
  slice.home = null;
};
