import * as Result from "effect/Result";
import type { CompiledAllocation } from "../../allocation/compile-allocation.ts";
import type { Account, Book } from "../book.ts";
import type { ChoiceTaken, Waiting } from "../entry.ts";
import type { LedgerError } from "../errors.ts";
import type { EntryId, PayeeId } from "../ids.ts";
import type { LedgerLaw } from "../ledger.ts";
import type { Transfer } from "../transfer.ts";

/** An entry to be: what a command does, before it has its place. */
export type Draft = {
  readonly transfers: readonly Transfer[];
  /** What tells it from the other entries of its command. */
  readonly part?: string;
  readonly payee?: PayeeId;
  readonly reverses?: EntryId;
  readonly choices?: readonly ChoiceTaken[];
  readonly waiting?: Waiting | null;
  /** The accounts of the transfers, a debit and a credit for each, where all are known: they need not be looked up again. */
  readonly accounts?: readonly Account[];
};

/** What a command is posted against. */
export type Desk = {
  readonly book: Book;
  readonly law: LedgerLaw;
  readonly allocation: CompiledAllocation;
};

/** What a command does, or why it is refused. */
export type Drafted = Result.Result<readonly Draft[], LedgerError>;

/** An entry that records a fact and moves no money. */
export const NOTHING_MOVES: Drafted = Result.succeed([{ transfers: [] }]);
