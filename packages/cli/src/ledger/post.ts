import { underLaw } from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { now } from "../io/clock.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import { hearStop } from "../io/hear-stop.ts";
import type { Io } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { appendLines } from "./append-lines.ts";
import { type KeptBy, LAW_OPTIONS, readLedgerLaw } from "./ledger-law.ts";
import { type Opened, openToWrite } from "./open-journal.ts";
import { postCommands } from "./post-commands.ts";
import { printPosted, type Told } from "./print-posted.ts";
import { type PlacedCommand, readCommands } from "./read-commands.ts";

/** What every verb takes that writes to a journal. */
export const WRITE_OPTIONS = {
  journal: z.string().min(1),
  create: z.boolean().default(false),
  dropTorn: z.boolean().default(false),
};

const PostOptions = z.object({ ...LAW_OPTIONS, ...WRITE_OPTIONS, commands: z.string().min(1) });

/** Posts commands to a journal: all of them, or none. */
export const runPost = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(PostOptions, raw), (options) =>
    thenDo(readLedgerLaw(io, options), (kept) =>
      thenDo(readCommands(io, { path: options.commands, postedAt: now() }), (commands) =>
        thenDo(
          openToWrite(io, options, (opened) => postTo(io, opened, { kept, commands })),
          (told) => {
            printPosted(io, told, options);
            return Result.succeed(EXIT.ok);
          },
        ),
      ),
    ),
  );

/** What is posted, and by which law. */
export type Posting = { readonly kept: KeptBy; readonly commands: readonly PlacedCommand[] };

/** Posts commands to a journal that is open, and writes their entries. */
export const postTo = async (
  io: Io,
  { place, journal }: Opened,
  { kept, commands }: Posting,
): Promise<Result.Result<Told, Failure>> => {
  const posted = postCommands(underLaw(journal.ledger, kept.ledgerLaw), commands);
  if (Result.isFailure(posted)) return Result.fail(posted.failure);
  await hearStop(io);
  const { entries } = posted.success;
  const head = entries.length === 0 ? journal.head : appendLines(place, journal, entries);
  return Result.succeed({ ...posted.success, head });
};
