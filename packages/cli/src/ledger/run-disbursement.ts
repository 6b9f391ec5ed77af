import { LocalDate } from "@victim-rights/core";
import {
  CommandId,
  type CommandTo,
  DocumentRef,
  type Ledger,
  nextDisbursements,
  underLaw,
} from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { now } from "../io/clock.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { type KeptBy, LAW_OPTIONS, readLedgerLaw } from "./ledger-law.ts";
import { openToRead, openToWrite } from "./open-journal.ts";
import { postTo, WRITE_OPTIONS } from "./post.ts";
import { postCommands } from "./post-commands.ts";
import { type HeldPayee, printRun, type RunTold } from "./print-run.ts";
import type { PlacedCommand } from "./read-commands.ts";

const RunOptions = z.object({
  ...LAW_OPTIONS,
  ...WRITE_OPTIONS,
  on: LocalDate,
  id: CommandId,
  document: DocumentRef,
  minimum: z.enum(["by-rule", "none"]).default("by-rule"),
  dryRun: z.boolean().default(false),
});
type RunOptions = z.infer<typeof RunOptions>;

/** Pays out what is payable on a day, or says who would be paid. */
export const runRunDisbursement = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(RunOptions, raw), (options) =>
    thenDo(readLedgerLaw(io, options), (kept) =>
      thenDo(options.dryRun ? tried(io, kept, options) : posted(io, kept, options), (told) => {
        printRun(io, told, options);
        return Result.succeed(EXIT.ok);
      }),
    ),
  );

const posted = (io: Io, kept: KeptBy, options: RunOptions): Promise<Result.Result<RunTold, Failure>> =>
  openToWrite(io, options, (opened) => {
    const held = heldIn(underLaw(opened.journal.ledger, kept.ledgerLaw), options);
    return thenDo(postTo(io, opened, { kept, commands: [commandOf(options)] }), (told) =>
      Result.succeed({ ...told, held }),
    );
  });

/** What the run would come to; a reader needs no lock. */
const tried = (io: Io, kept: KeptBy, options: RunOptions): Promise<Result.Result<RunTold, Failure>> =>
  thenDo(openToRead(io, options.journal), (journal) => {
    const ledger = underLaw(journal.ledger, kept.ledgerLaw);
    const held = heldIn(ledger, options);
    const made = postCommands(ledger, [commandOf(options)]);
    return Result.map(made, (told) => ({ ...told, held, head: journal.head }));
  });

/** Everybody whose money the run leaves where it is. */
const heldIn = (ledger: Ledger, { minimum, on }: RunOptions): readonly HeldPayee[] =>
  nextDisbursements(ledger, { minimum, on }).flatMap(({ payee, cents, outcome }) =>
    outcome.kind === "hold" ? [{ payee, cents, why: outcome }] : [],
  );

const commandOf = ({ id, document, on, minimum }: RunOptions): PlacedCommand => {
  const command: CommandTo<"run-disbursement"> = {
    do: "run-disbursement",
    id,
    document,
    effectiveOn: on,
    postedAt: now(),
    minimum,
  };
  return { where: "the run", command };
};
