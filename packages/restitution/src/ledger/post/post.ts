import { type Instant, type LocalDate, localDateIn, type ZoneId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { applyEntry } from "../apply-entry.ts";
import type { Command, CommandTo } from "../command.ts";
import type { ChoiceTaken, Entry } from "../entry.ts";
import { CommandExistsWithDifferentContent, FutureDated, type LedgerError, PostedBeforeLast } from "../errors.ts";
import type { EntryId } from "../ids.ts";
import { bookOf, type Ledger, withBook } from "../ledger.ts";
import { isSameCommand } from "./is-same-command.ts";
import { type Desk, type Draft, type Drafted } from "./draft.ts";
import { postAmendLoss, postDecideLoss, postFileAffidavit, postObjection } from "./post-affidavit.ts";
import { postDisburse, postReturn, postRun } from "./post-disbursement.ts";
import { postFee } from "./post-fee.ts";
import { postEnterOrder, postModify, postSatisfaction } from "./post-order.ts";
import { postChangeAddress, postOpenObligor, postOpenPayee, postSetPlan } from "./post-parties.ts";
import { postAllocateHeld, postOutsidePayment, postPayment, postRefund } from "./post-payment.ts";
import { postReversal } from "./post-reversal.ts";
import { postTransfer } from "./post-transfer.ts";
import { postReissue, postRemit } from "./post-unclaimed.ts";

/**
 * The entries that a command makes, in the order in which they are to be appended; the ledger itself is left as it is. A
 * command that was posted before with the same content makes none.
 * @errors the members of `LedgerError`, in their order of precedence.
 */
export const post = (ledger: Ledger, command: Command): Result.Result<readonly Entry[], LedgerError> =>
  Result.map(draftsOf(ledger, command), (drafts) => entriesFrom(drafts, ledger, command));

/** A ledger after a command, and the entries that came to it. */
export type Recorded = { readonly ledger: Ledger; readonly entries: readonly Entry[] };

/**
 * Posts a command and appends its entries.
 * @errors the members of `LedgerError`, in their order of precedence.
 */
export const record = (ledger: Ledger, command: Command): Result.Result<Recorded, LedgerError> => {
  const drafted = draftsOf(ledger, command);
  if (Result.isFailure(drafted)) return Result.fail(drafted.failure);
  const drafts = drafted.success;
  const entries = entriesFrom(drafts, ledger, command);
  const book = bookOf(ledger);
  for (const [at, entry] of entries.entries()) applyEntry(book, entry, drafts[at]?.accounts);
  return Result.succeed({ ledger: withBook(ledger, book), entries });
};

/** What a command does; nothing where it was posted before. */
const draftsOf = (ledger: Ledger, command: Command): Drafted => {
  const book = bookOf(ledger);
  const known = book.commands.get(command.id);
  if (known !== undefined) {
    const before = book.entries[known]?.command;
    return before !== undefined && isSameCommand(before, command)
      ? Result.succeed([])
      : Result.fail(new CommandExistsWithDifferentContent({ id: command.id }));
  }
  const { law, allocation } = ledger;
  const problem = timeProblem(command, { last: book.lastPostedAt, zone: law.zone });
  return problem === null ? draft({ book, law, allocation }, command) : Result.fail(problem);
};

const entriesFrom = (drafts: readonly Draft[], { length }: Ledger, command: Command): readonly Entry[] =>
  drafts.map((each, at) => entryFrom(each, command, length + at + 1));

type Clock = { readonly last: Instant | null; readonly zone: ZoneId };

const timeProblem = (command: Command, { last, zone }: Clock): LedgerError | null => {
  const { postedAt, effectiveOn } = command;
  if (last !== null && postedAt < last) return new PostedBeforeLast({ postedAt, last });
  const today = dayOf(postedAt, effectiveOn, zone);
  return effectiveOn > today ? new FutureDated({ effectiveOn, today }) : null;
};

/** The agency's day. A day before that of Greenwich is past everywhere, so that the zone is seldom looked up. */
const dayOf = (postedAt: Instant, effectiveOn: LocalDate, zone: ZoneId): LocalDate => {
  const inGreenwich = postedAt.slice(0, 10) as LocalDate;
  return effectiveOn < inGreenwich ? inGreenwich : localDateIn(postedAt, zone);
};

const entryFrom = (
  { transfers, part, payee, reverses, choices, waiting }: Draft,
  command: Command,
  seq: number,
): Entry => ({
  seq,
  id: (part === undefined ? command.id : `${command.id}#${part}`) as string as EntryId,
  command,
  payee: payee ?? null,
  reverses: reverses ?? null,
  transfers,
  choices: choices ?? NO_CHOICES,
  waiting: waiting ?? null,
});

const NO_CHOICES: readonly ChoiceTaken[] = [];

type Post = { readonly [Do in Command["do"]]: (desk: Desk, command: CommandTo<Do>) => Drafted };

const POST: Post = {
  "open-payee": postOpenPayee,
  "change-address": postChangeAddress,
  "open-obligor": postOpenObligor,
  "file-affidavit": postFileAffidavit,
  "amend-loss": postAmendLoss,
  "object-to-loss": postObjection,
  "decide-loss": postDecideLoss,
  "enter-order": postEnterOrder,
  "modify-obligation": postModify,
  "assess-fee": postFee,
  "set-plan": postSetPlan,
  "receive-payment": postPayment,
  "allocate-held": postAllocateHeld,
  "record-outside-payment": postOutsidePayment,
  refund: postRefund,
  "transfer-between-causes": postTransfer,
  disburse: postDisburse,
  "run-disbursement": postRun,
  "return-disbursement": postReturn,
  reissue: postReissue,
  "remit-unclaimed": postRemit,
  "file-satisfaction": postSatisfaction,
  reverse: postReversal,
};

const draft = (desk: Desk, command: Command): Drafted => {
  const post_ = POST[command.do] as (desk: Desk, command: Command) => Drafted;
  return post_(desk, command);
};
