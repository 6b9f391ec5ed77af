import type { Instant, LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { ObligorNotFound, PayeeNotFound } from "../ledger/errors.ts";
import type { ObligorId, PayeeId } from "../ledger/ids.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { obligorStatement } from "./obligor-statement.ts";
import type { ObligorLine, ObligorStatement } from "./obligor-statement-view.ts";
import { payeeStatement } from "./payee-statement.ts";
import type { PayeeLine, PayeeStatement } from "./payee-statement-view.ts";
import { lastMomentOf } from "./view.ts";

/** A statement of one day twice: as it was known at the end of that day, and as corrected since. */
export type StatementViews<Statement, Line> = {
  /** `null` when nobody of this id was opened by then. */
  readonly knownThen: Statement | null;
  readonly correctedSince: Statement;
  /** Lines that count from that day or earlier and were recorded after it: all that the second has more than the first. */
  readonly corrections: readonly Line[];
};

/**
 * A payee's statement of a day as known then and as corrected since.
 * @errors `PayeeNotFound` when there is nobody of this id.
 */
export const payeeStatementViews = (
  ledger: Ledger,
  { payee, asOf }: { readonly payee: PayeeId; readonly asOf: LocalDate },
): Result.Result<StatementViews<PayeeStatement, PayeeLine>, PayeeNotFound> =>
  viewsOf(ledger, asOf, (knownAt) => payeeStatement(ledger, { payee, asOf, knownAt }));

/**
 * An obligor's statement of a day as known then and as corrected since.
 * @errors `ObligorNotFound` when there is nobody of this id.
 */
export const obligorStatementViews = (
  ledger: Ledger,
  { obligor, asOf }: { readonly obligor: ObligorId; readonly asOf: LocalDate },
): Result.Result<StatementViews<ObligorStatement, ObligorLine>, ObligorNotFound> =>
  viewsOf(ledger, asOf, (knownAt) => obligorStatement(ledger, { obligor, asOf, knownAt }));

type Recorded = { readonly recordedAt: Instant };

const viewsOf = <Line extends Recorded, Statement extends { readonly lines: readonly Line[] }, Problem>(
  { law }: Ledger,
  asOf: LocalDate,
  statementKnownAt: (knownAt: Instant | undefined) => Result.Result<Statement, Problem>,
): Result.Result<StatementViews<Statement, Line>, Problem> => {
  const knownAt = lastMomentOf(asOf, law.zone);
  const knownThen = Result.getOrElse(statementKnownAt(knownAt), () => null);
  return Result.map(statementKnownAt(undefined), (correctedSince) => ({
    knownThen,
    correctedSince,
    corrections: correctedSince.lines.filter(({ recordedAt }) => recordedAt > knownAt),
  }));
};
