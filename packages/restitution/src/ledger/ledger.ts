import type { ZoneId } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { AllocationFile } from "../allocation/allocation-file.ts";
import { type CompiledAllocation, compileAllocation } from "../allocation/compile-allocation.ts";
import type { AgencyPolicy } from "./agency-policy.ts";
import { applyEntry } from "./apply-entry.ts";
import { type Book, emptyBook } from "./book.ts";
import type { Entry } from "./entry.ts";
import { EntryOutOfPlace } from "./errors.ts";

/** What a ledger is kept by. The entries it has carry their own grounds, and are read without it. */
export type LedgerLaw = {
  readonly file: AllocationFile;
  readonly policy: AgencyPolicy;
  /** Where the agency's day begins. */
  readonly zone: ZoneId;
};

/**
 * A ledger as of some number of entries: a value, which later entries do not change. The newest is the quick one; an older
 * one is folded anew from its entries the first time that it is asked something.
 */
export type Ledger = {
  readonly law: LedgerLaw;
  /** @internal The law's order of payment with the agency's choices, made ready. */
  readonly allocation: CompiledAllocation;
  /** How many entries it has. */
  readonly length: number;
  /** @internal What it is written in: for this package's own functions to read. */
  readonly pages: object;
};

/** The book that a ledger reads, which a later ledger may have written on since. */
type Pages = { book: Book };

const pagesOf = ({ pages }: Ledger): Pages => pages as Pages;

const inBook = (book: Book): Pages => ({ book });

/** A ledger without entries. */
export const openLedger = (law: LedgerLaw): Ledger => ({
  law,
  allocation: allocationOf(law),
  length: 0,
  pages: inBook(emptyBook()),
});

/** The same entries, kept by another law from here on. */
export const underLaw = (ledger: Ledger, law: LedgerLaw): Ledger => ({
  law,
  allocation: allocationOf(law),
  length: ledger.length,
  pages: inBook(pagesOf(ledger).book),
});

const allocationOf = ({ file, policy }: LedgerLaw): CompiledAllocation =>
  compileAllocation(file, {
    enable: policy.enable.map(({ rule }) => rule),
    choices: new Map(policy.choices.map(({ choice, option }) => [choice, option])),
  });

/**
 * A ledger with further entries.
 * @errors `EntryOutOfPlace` for the first entry that does not come next.
 */
export const append = (ledger: Ledger, entries: readonly Entry[]): Result.Result<Ledger, EntryOutOfPlace> => {
  const misplaced = entries.findIndex(({ seq }, at) => seq !== ledger.length + at + 1);
  if (misplaced >= 0) {
    const { seq = 0, id } = entries[misplaced] ?? {};
    return Result.fail(new EntryOutOfPlace({ seq, id: id ?? null, expected: ledger.length + misplaced + 1 }));
  }
  const book = bookOf(ledger);
  for (const entry of entries) applyEntry(book, entry);
  return Result.succeed(withBook(ledger, book));
};

/** The entries of a ledger, oldest first. */
export const entriesOf = (ledger: Ledger): readonly Entry[] => bookOf(ledger).entries.slice(0, ledger.length);

/** @internal The book as this ledger knows it. */
export const bookOf = (ledger: Ledger): Book => {
  const { book } = pagesOf(ledger);
  if (book.entries.length === ledger.length) return book;
  const own = emptyBook();
  for (let place = 0; place < ledger.length; place++) {
    const entry = book.entries[place];
    if (entry !== undefined) applyEntry(own, entry);
  }
  // An older ledger keeps a book of its own from here on: what it is asked to write does not reach the newer one.
  pagesOf(ledger).book = own;
  return own;
};

/** @internal The ledger that a book has become, kept by the same law. */
export const withBook = ({ law, allocation }: Ledger, book: Book): Ledger => ({
  law,
  allocation,
  length: book.entries.length,
  pages: inBook(book),
});
