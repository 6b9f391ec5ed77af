import { endOfDay, epochMilliseconds, Instant, instantAt, LocalDate, type ZoneId } from "@victim-rights/core";
import type { Book } from "../ledger/book.ts";
import type { Command } from "../ledger/command.ts";
import type { Entry } from "../ledger/entry.ts";

/**
 * Which entries an answer looks at: those that count from `asOf` or earlier, and of these the ones that were recorded by
 * `knownAt`, inclusive; left out, everything recorded so far.
 */
export type View = { readonly asOf: LocalDate; readonly knownAt?: Instant | undefined };

/** Whether a command is in a view. */
export const isInView = ({ effectiveOn, postedAt }: Command, { asOf, knownAt }: View): boolean =>
  effectiveOn <= asOf && (knownAt === undefined || postedAt <= knownAt);

const FIRST = Instant.parse("1801-01-01T00:00:00Z");
const LAST = Instant.parse("2199-12-31T23:59:59.999Z");

/** The last moment of a day: what was known then is what was recorded by it. */
export const lastMomentOf = (day: LocalDate, zone: ZoneId): Instant => {
  // A moment lies within these years, and a day may lie a little outside them.
  if (day.slice(0, 4) < "1801") return FIRST;
  return day < "2199-12-30" ? instantAt(epochMilliseconds(endOfDay(day, zone)) - 1) : LAST;
};

/** The entries at some places of a book that are in a view, each once, in the order in which they were recorded. */
export const recordedEntries = (
  { entries }: Book,
  lists: readonly (readonly number[])[],
  view: View,
): readonly Entry[] => {
  const seen: Entry[] = [];
  for (const place of inOne(lists)) {
    const entry = entries[place];
    if (entry !== undefined && isInView(entry.command, view)) seen.push(entry);
  }
  return seen;
};

/** The same entries in the order of the days that they count from; those of one day as they were recorded. */
export const datedEntries = (book: Book, lists: readonly (readonly number[])[], view: View): readonly Entry[] => {
  const seen = recordedEntries(book, lists, view);
  return isDated(seen) ? seen : seen.toSorted(byDay);
};

/** The day first, then the place. */
const byDay = (left: Entry, right: Entry): number => {
  const { effectiveOn: one } = left.command;
  const { effectiveOn: other } = right.command;
  return one === other ? left.seq - right.seq : one < other ? -1 : 1;
};

/** Most entries count from the day that they are recorded: sorting them would take longer than looking. */
const isDated = (entries: readonly Entry[]): boolean => {
  let last = "";
  for (const { command } of entries) {
    if (command.effectiveOn < last) return false;
    last = command.effectiveOn;
  }
  return true;
};

/** Places that each list has in their order, in one list and each once. */
const inOne = (lists: readonly (readonly number[])[]): readonly number[] =>
  lists
    .filter(({ length }) => length > 0)
    .toSorted((left, right) => left.length - right.length)
    .reduce<readonly number[]>((merged, list) => (merged.length === 0 ? list : merge(merged, list)), []);

const merge = (one: readonly number[], other: readonly number[]): readonly number[] => {
  const merged: number[] = [];
  let at = 0;
  for (const place of other) {
    for (let next = one[at]; next !== undefined && next <= place; next = one[++at]) if (next < place) merged.push(next);
    merged.push(place);
  }
  return at < one.length ? merged.concat(one.slice(at)) : merged;
};

/** Whether whoever has these entries was opened in time to be known: the first of them opens them. */
export const wasOpen = (book: Book, entries: readonly number[], knownAt: Instant | undefined): boolean => {
  const opened = book.entries[entries[0] ?? -1]?.command;
  return opened !== undefined && isInView(opened, { asOf: opened.effectiveOn, knownAt });
};

/** Everything that was recorded so far. */
export const EVERYTHING: View = { asOf: LocalDate.parse("2200-12-31") };
