import {
  EntryId,
  explainPayment,
  explainToPayee,
  type Ledger,
  PayeeId,
  type PayeeExplanation,
  type PaymentExplained,
  underLaw,
} from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { LAW_OPTIONS, readLedgerLaw } from "./ledger-law.ts";
import { openToRead } from "./open-journal.ts";
import { printPayeeExplanation, printPaymentExplained } from "./print-explanation.ts";

const ExplainOptions = z.object({
  ...LAW_OPTIONS,
  journal: z.string().min(1),
  entry: EntryId.optional(),
  payee: PayeeId.optional(),
  disbursement: EntryId.optional(),
});
type ExplainOptions = z.infer<typeof ExplainOptions>;

/** Says why the money of a payment went where it went, or why a payee got what they got. */
export const runExplainEntry = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(Result.flatMap(readOptions(ExplainOptions, raw), askedIn), ({ options, asked }) =>
    thenDo(readLedgerLaw(io, options), (kept) =>
      thenDo(openToRead(io, options.journal), (journal) =>
        Result.map(answered(underLaw(journal.ledger, kept.ledgerLaw), asked, options), (answer) => {
          const { sources } = kept.law.profile;
          if (options.json) sayJson(io, answer);
          else if ("payment" in answer) printPaymentExplained(io, answer, sources);
          else printPayeeExplanation(io, answer, sources);
          return EXIT.ok;
        }),
      ),
    ),
  );

/** What is asked: about a payment, for staff; or about what a payee got, for them. */
type Asked =
  | { readonly of: "payment"; readonly entry: EntryId }
  | { readonly of: "payee"; readonly payee: PayeeId; readonly entry: EntryId };

type AskedIn = { readonly options: ExplainOptions; readonly asked: Asked };

const askedIn = (options: ExplainOptions): Result.Result<AskedIn, Failure> => {
  const { entry, payee, disbursement } = options;
  if (entry !== undefined && payee === undefined && disbursement === undefined)
    return Result.succeed({ options, asked: { of: "payment", entry } });
  if (entry === undefined && payee !== undefined && disbursement !== undefined)
    return Result.succeed({ options, asked: { of: "payee", payee, entry: disbursement } });
  const fix = "write `--entry` with a payment, or `--payee` and `--disbursement`";
  return Result.fail(failure(EXIT.usage, [{ where: null, problem: "what to explain is not said", fix }]));
};

const answered = (
  ledger: Ledger,
  asked: Asked,
  { journal }: ExplainOptions,
): Result.Result<PaymentExplained | PayeeExplanation, Failure> => {
  const refuse = ({ message }: Error): Failure =>
    failure(EXIT.badInput, [{ where: journal, problem: message, fix: null }]);
  return asked.of === "payment"
    ? Result.mapError(explainPayment(ledger, asked), refuse)
    : Result.mapError(explainToPayee(ledger, asked), refuse);
};
