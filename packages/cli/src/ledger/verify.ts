import { existsSync } from "node:fs";
import {
  auditLedger,
  type BrokenRule,
  type ChainHead,
  entriesOf,
  Entry,
  EntryHash,
  GENESIS,
  textOf,
} from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { failure, type Problem } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { brokenProblem } from "./broken-line.ts";
import { money } from "./entries-in-words.ts";
import type { Look } from "./fold-lines.ts";
import { journalPlace, writerOf } from "./journal-lock.ts";
import { noJournal, tornProblem } from "./open-journal.ts";
import { counted } from "./print-posted.ts";
import { type Journal, readJournal } from "./read-journal.ts";

/** A head that was kept elsewhere: its hash, and its place where that was kept with it. */
const KeptHead = z
  .string()
  .regex(/^(?:\d{1,15}:)?[0-9a-f]{64}$/u, "write a head as `HASH` or `SEQ:HASH`, as `ledger post` prints it")
  .transform((text) => {
    const [hash = "", seq] = text.split(":").toReversed();
    return { hash: EntryHash.parse(hash), seq: seq === undefined ? null : Number(seq) };
  });
type KeptHead = z.infer<typeof KeptHead>;

const VerifyOptions = z.object({
  journal: z.string().min(1),
  head: KeptHead.optional(),
  json: z.boolean().default(false),
});
type VerifyOptions = z.infer<typeof VerifyOptions>;

/** Says whether a journal is what was written, and up to where. */
export const runVerifyJournal = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(VerifyOptions, raw), async (options): Promise<Outcome> => {
    const { journal: path, head } = options;
    const place = journalPlace(io, path);
    if (!existsSync(place)) return Result.fail(noJournal(path, "check the path"));
    const seek = headSeeker(head);
    const read = await readJournal(io, place, { onEntry: seek.onEntry, inspect });
    if (Result.isFailure(read)) return Result.fail(failure(EXIT.findings, [brokenProblem(path, read.failure)]));
    const { success: journal } = read;
    const isTorn = journal.torn !== null && writerOf(place) === null;
    const problems = [
      ...(head === undefined || seek.isSeen() ? [] : [headProblem(path, head, journal.head)]),
      ...(isTorn ? [tornProblem(path, journal.torn)] : []),
      ...auditLedger(journal.ledger).map((found) => auditProblem(path, found)),
    ];
    print(io, journal, options);
    return problems.length === 0 ? Result.succeed(EXIT.ok) : Result.fail(failure(EXIT.findings, problems));
  });

/** Looks for a head among those that a journal has had. */
const headSeeker = (wanted: KeptHead | undefined) => {
  let isSeen = false;
  const onEntry = (head: ChainHead): void => {
    isSeen ||= wanted !== undefined && isHead(head, wanted);
  };
  onEntry(GENESIS);
  return { onEntry, isSeen: () => isSeen };
};

const isHead = (at: ChainHead, { hash, seq }: KeptHead): boolean =>
  at.hash === hash && (seq === null || at.seq === seq);

/** Every entry has its whole shape and is written in the one form that it can have. */
const inspect: NonNullable<Look["inspect"]> = (entry, text) => {
  const read = Entry.safeParse(entry);
  if (!read.success) return { why: "not-an-entry", details: read.error.issues.map(pathOf) };
  return textOf(entry) === text ? null : { why: "not-canonical", details: [] };
};

/** Where the shape is wrong; what stands there is not told. */
const pathOf = ({ path }: z.core.$ZodIssue): string => ["$", ...path.map(String)].join(".");

const headProblem = (where: string, { hash, seq }: KeptHead, head: ChainHead): Problem => ({
  where,
  problem: `the head ${seq === null ? hash : `${seq}:${hash}`} is not in it, which now ends with entry ${head.seq}: entries were cut off or written anew`,
  fix: "restore the journal from a copy that has it",
});

const auditProblem = (where: string, { rule, ...found }: BrokenRule): Problem => ({
  where,
  problem: `${rule.replaceAll("-", " ")} does not hold (${Object.entries(found).map(factInWords).join(", ")})`,
  fix: "have a person look at what led to it; a reversal mends what was posted in error",
});

const factInWords = ([name, value]: [string, unknown]): string =>
  typeof value === "number"
    ? `${name.replace(/Cents$/u, "").replace(/^cents$/u, "amount")} ${money(value)}`
    : `${name} \`${String(value)}\``;

const print = (io: Io, journal: Journal, { journal: path, json }: VerifyOptions): void => {
  const { head, torn } = journal;
  const heldCents = heldIn(journal);
  if (json) return sayJson(io, { entries: head.seq, head, heldCents, torn });
  say(io, `${path}: ${counted(head.seq, "entry stands as it was", "entries stand as they were")} written`);
  say(io, `  head  ${head.seq}:${head.hash}`);
  say(io, `  held  ${money(heldCents)}`);
};

/** The money on deposit. */
const heldIn = ({ ledger }: Journal): number => {
  let cents = 0;
  for (const { transfers } of entriesOf(ledger))
    for (const { debit, credit, cents: moved } of transfers) {
      if (debit === "held") cents += moved;
      if (credit === "held") cents -= moved;
    }
  return cents;
};
