import type { IdempotencyKeyReused, Revision, RevisionConflict, StoreUnavailable } from "@victim-rights/core";
import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import { z } from "zod";
import type { Command } from "../ledger/command.ts";
import type { Entry } from "../ledger/entry.ts";
import type { EntryOutOfPlace } from "../ledger/errors.ts";
import type { Balances } from "./balances-of.ts";
import type { EntryOfOtherCommand } from "./errors.ts";

/** One agency's one ledger, as the agency names it. */
export const LedgerId = z.string().trim().min(1).max(200).brand<"LedgerId">();
export type LedgerId = z.infer<typeof LedgerId>;

/** A command beside the entries that `post` returned for it, to be kept together or not at all. */
export type AppendEntries = {
  readonly ledger: LedgerId;
  /** How often the ledger had been written to when the command was posted. */
  readonly expected: Revision;
  readonly command: Command;
  readonly entries: readonly Entry[];
};

/** Commands one after another, each beside the entries that `post` returned for it after those before. */
export type AppendMany = Pick<AppendEntries, "ledger" | "expected"> & {
  readonly writes: readonly Pick<AppendEntries, "command" | "entries">[];
};

/** What was appended for a command: by this call, or by the first one that gave it. */
export type AppendedEntries = {
  /** How often the ledger had been written to right after it. */
  readonly revision: Revision;
  readonly entries: readonly Entry[];
};

/** Entries of a ledger, oldest first, and how often it has been written to; 0 and none for a ledger that nobody wrote to. */
export type StoredEntries = AppendedEntries;

/** What stands on each account by the store's own postings, read with the revision they are of. */
export type StoredBalances = { readonly revision: Revision; readonly balances: Balances };

/** Which ledgers are asked for: those after one of them, and how many at most. */
export type LedgersAsked = { readonly after: LedgerId | null; readonly limit: number };

/** Some of the ledgers, in one lasting order of the store's choosing; `next` is what to ask after, `null` at the end. */
export type LedgerPage = {
  readonly ledgers: readonly { readonly ledger: LedgerId; readonly revision: Revision }[];
  readonly next: LedgerId | null;
};

/** Why entries were not appended, in order of precedence; nothing was written then, unless the commit is unknown. */
export type AppendEntriesError =
  | IdempotencyKeyReused
  | RevisionConflict
  | EntryOutOfPlace
  | EntryOfOtherCommand
  | StoreUnavailable;

/** What a store of ledgers promises; `LEDGER_STORE_CONTRACT` holds any of them to it. */
export type LedgerKeeping = {
  /**
   * Appends what a command made, all or nothing. A command that was appended before with the same content (when it was
   * posted does not count) gets the first answer, whatever revision is expected and whatever entries come with it.
   * @errors `AppendEntriesError`
   */
  readonly append: (asked: AppendEntries) => Effect.Effect<AppendedEntries, AppendEntriesError>;
  /**
   * Appends what many commands made, all or nothing, in one step: one answer for each, in their order. Commands that were
   * appended before with the same content get the first answer and are left out; the rest follow on `expected`.
   * @errors `AppendEntriesError`
   */
  readonly appendAll: (asked: AppendMany) => Effect.Effect<readonly AppendedEntries[], AppendEntriesError>;
  /** The entries of every write after a revision; after 0, all of them. */
  readonly read: (ledger: LedgerId, after: Revision) => Effect.Effect<StoredEntries, StoreUnavailable>;
  /** What the postings that the store keeps beside the entries sum up to, account by account. */
  readonly balances: (ledger: LedgerId) => Effect.Effect<StoredBalances, StoreUnavailable>;
  /** Some of the ledgers, after the one that is asked after. */
  readonly list: (asked: LedgersAsked) => Effect.Effect<LedgerPage, StoreUnavailable>;
};

/** The port through which ledgers are kept. */
export class LedgerStore extends Context.Service<LedgerStore, LedgerKeeping>()(
  "@victim-rights/restitution/LedgerStore",
) {}
