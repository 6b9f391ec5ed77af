import { entriesOf, type Ledger, toBeancount, toCsv, toHledger } from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Io, say } from "../io/io.ts";
import { placeToWrite } from "../io/place-to-write.ts";
import { thenDo } from "../io/then-do.ts";
import { openToRead } from "./open-journal.ts";
import { counted } from "./print-posted.ts";
import { writePieces } from "./write-pieces.ts";

const FORMATS: Readonly<Record<"hledger" | "beancount" | "csv", (ledger: Ledger) => Iterable<string>>> = {
  hledger: toHledger,
  beancount: toBeancount,
  csv: toCsv,
};

const ExportOptions = z.object({
  journal: z.string().min(1),
  format: z.enum(["hledger", "beancount", "csv"]),
  out: z.string().min(1).optional(),
});

/** Writes the money of a journal for another accounting program; no name and no address is in it. */
export const runExportJournal = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(ExportOptions, raw), ({ journal, format, out }) =>
    thenDo(out === undefined ? Result.succeed(null) : placeToWrite(io, out), (place) =>
      thenDo(openToRead(io, journal), ({ ledger }) => {
        const pieces = FORMATS[format](ledger);
        if (place === null) for (const piece of pieces) io.out(piece);
        else {
          writePieces(io, place, pieces);
          say(io, `wrote ${place}: ${counted(entriesOf(ledger).length, "entry", "entries")} for ${format}`);
        }
        return Result.succeed(EXIT.ok);
      }),
    ),
  );
