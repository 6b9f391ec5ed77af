import { LocalDate } from "@victim-rights/core";
import {
  lastMomentOf,
  type Ledger,
  ObligorId,
  obligorStatement,
  type ObligorStatement,
  PayeeId,
  payeeStatement,
  type PayeeStatement,
  underLaw,
} from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { placeToWrite } from "../io/place-to-write.ts";
import { thenDo } from "../io/then-do.ts";
import { type KeptBy, LAW_OPTIONS, readLedgerLaw } from "./ledger-law.ts";
import { obligorModel } from "./obligor-model.ts";
import { openToRead } from "./open-journal.ts";
import { payeeModel } from "./payee-model.ts";
import { printStatement, statementCsv } from "./print-statement.ts";
import type { StatementModel } from "./statement-model.ts";
import { statementPage } from "./statement-page.ts";
import { writePieces } from "./write-pieces.ts";

const StatementOptions = z.object({
  ...LAW_OPTIONS,
  journal: z.string().min(1),
  payee: PayeeId.optional(),
  obligor: ObligorId.optional(),
  from: LocalDate.optional(),
  asOf: LocalDate,
  knownOn: LocalDate.optional(),
  csv: z.boolean().default(false),
  html: z.string().min(1).optional(),
});
type StatementOptions = z.infer<typeof StatementOptions>;

/** States what somebody is owed and got, or owes and paid, as of a day. */
export const runStatement = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(Result.flatMap(readOptions(StatementOptions, raw), fitting), (options) =>
    thenDo(options.html === undefined ? Result.succeed(null) : placeToWrite(io, options.html), () =>
      thenDo(readLedgerLaw(io, options), (kept) =>
        thenDo(openToRead(io, options.journal), (journal) =>
          Result.map(stated(underLaw(journal.ledger, kept.ledgerLaw), kept, options), (told) => {
            deliver(io, told, options);
            return EXIT.ok;
          }),
        ),
      ),
    ),
  );

/** One statement, in one form. */
const fitting = (options: StatementOptions): Result.Result<StatementOptions, Failure> => {
  const { payee, obligor, from, asOf, csv, html, json } = options;
  const problems = [
    ...((payee === undefined) === (obligor === undefined)
      ? [{ where: null, problem: "whose statement is not said", fix: "write either `--payee` or `--obligor`" }]
      : []),
    ...([csv, json, html !== undefined].filter(Boolean).length > 1
      ? [{ where: null, problem: "several forms are asked for", fix: "write one of `--json`, `--csv` and `--html`" }]
      : []),
    ...(from !== undefined && from > asOf
      ? [{ where: "--from", problem: "begins after `--as-of`", fix: "write an earlier day" }]
      : []),
  ];
  return problems.length === 0 ? Result.succeed(options) : Result.fail(failure(EXIT.usage, problems));
};

type Told = { readonly statement: PayeeStatement | ObligorStatement; readonly model: StatementModel };

const stated = (ledger: Ledger, { law }: KeptBy, options: StatementOptions): Result.Result<Told, Failure> => {
  const { payee, obligor, from, asOf, knownOn } = options;
  const { zone } = law.profile.calendar;
  const setting = { state: law.profile.name, zone, knownOn: knownOn ?? null };
  const view = { from, asOf, knownAt: knownOn === undefined ? undefined : lastMomentOf(knownOn, zone) };
  const refuse = (): Failure => notThere(options);
  return payee === undefined
    ? Result.mapBoth(obligorStatement(ledger, { ...view, obligor: obligor ?? NOBODY }), {
        onSuccess: (statement) => ({ statement, model: obligorModel(statement, setting) }),
        onFailure: refuse,
      })
    : Result.mapBoth(payeeStatement(ledger, { ...view, payee }), {
        onSuccess: (statement) => ({ statement, model: payeeModel(statement, setting) }),
        onFailure: refuse,
      });
};

/** `fitting` has seen to it that one of the two is given. */
const NOBODY = ObligorId.parse("nobody");

const notThere = ({ journal, knownOn, payee, obligor }: StatementOptions): Failure =>
  failure(EXIT.badInput, [
    {
      where: journal,
      problem: `no ${payee === undefined ? "obligor" : "payee"} \`${payee ?? obligor ?? ""}\`${knownOn === undefined ? "" : ` was known on ${knownOn}`}`,
      fix: "check the id",
    },
  ]);

const deliver = (io: Io, { statement, model }: Told, { json, csv, html }: StatementOptions): void => {
  if (json) sayJson(io, statement);
  else if (csv) io.out(statementCsv(model));
  else if (html === undefined) printStatement(io, model);
  else {
    writePieces(io, html, [statementPage(model)]);
    say(io, `wrote ${html}`);
  }
};
