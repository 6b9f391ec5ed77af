import { invariant, StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { AbortedTransactionError, type Kysely, type Transaction } from "kysely";
import { SealedValueUnreadable } from "../sealed/sealed-value-unreadable.ts";
import type { Database } from "./database.ts";

/** What a transaction is asked to do: a failure that it returns takes everything back. */
export type Work<Answer, Failure> = (transaction: Transaction<Database>) => Promise<Result.Result<Answer, Failure>>;

/**
 * Does some work in one transaction: all of it, or nothing. When the database fails while it is asked to commit and does
 * not say that it took everything back, nobody can tell, and the commit is `unknown`.
 * @errors what the work returns, and `StoreUnavailable`. What the schema itself refuses is a defect of ours, and
 * a sealed value that does not open is one of the database's.
 */
export const transact = <Answer, Failure>(
  db: Kysely<Database>,
  during: string,
  work: Work<Answer, Failure>,
): Effect.Effect<Answer, Failure | StoreUnavailable> =>
  Effect.flatMap(
    Effect.promise(() => attempt(db, during, work)),
    Effect.fromResult,
  );

/** Reads in one transaction that sees one moment. @errors `StoreUnavailable` */
export const readIn = <Answer>(
  db: Kysely<Database>,
  during: string,
  read: (transaction: Transaction<Database>) => Promise<Answer>,
): Effect.Effect<Answer, StoreUnavailable> =>
  Effect.flatMap(
    Effect.promise(async (): Promise<Result.Result<Answer, StoreUnavailable>> => {
      try {
        return Result.succeed(await db.transaction().setIsolationLevel("repeatable read").execute(read));
      } catch (error) {
        return Result.fail(unavailable(error, { during, commit: "not-made" }));
      }
    }),
    Effect.fromResult,
  );

const attempt = async <Answer, Failure>(
  db: Kysely<Database>,
  during: string,
  work: Work<Answer, Failure>,
): Promise<Result.Result<Answer, Failure | StoreUnavailable>> => {
  const refused: Result.Result<Answer, Failure>[] = [];
  let isCommitting = false;
  try {
    return await db
      .transaction()
      .setIsolationLevel("read committed")
      .execute(async (transaction) => {
        const done = await work(transaction);
        if (Result.isFailure(done)) {
          refused.push(done);
          throw TAKE_BACK;
        }
        isCommitting = true;
        return done;
      });
  } catch (error) {
    const [refusal] = refused;
    if (refusal !== undefined) return refusal;
    return Result.fail(unavailable(error, { during, commit: isCommitting ? "unknown" : "not-made" }));
  }
};

/** Ends a transaction whose work refused; nobody outside sees it. */
const TAKE_BACK = new Error("the work of a transaction was refused");

/** Classes of SQLSTATE that come of the server's state and pass: a lost connection, a conflict, too little of something. */
const PASSING = /^(?:08|25|40|53|55|57|58|XX)/u;

/** Those of them after which nobody can tell whether a commit was made. */
const LEAVES_COMMIT_OPEN = /^(?:08|57P|58|XX)/u;

/** What a failure comes to. The server's own words are dropped: they may hold what a row holds. */
const unavailable = (
  error: unknown,
  { during, commit }: Pick<StoreUnavailable, "during" | "commit">,
): StoreUnavailable => {
  if (error instanceof SealedValueUnreadable) throw error;
  if (error instanceof AbortedTransactionError) return new StoreUnavailable({ commit: "not-made", during });
  const { code, constraint } = sqlErrorOf(error);
  if (code === null) return new StoreUnavailable({ commit, during });
  invariant(PASSING.test(code), `the schema takes what an adapter writes (\`${during}\`: ${code} ${constraint})`);
  return new StoreUnavailable({ commit: LEAVES_COMMIT_OPEN.test(code) ? commit : "not-made", during });
};

type SqlError = { readonly code: string | null; readonly constraint: string };

/** The parts of a server's error that name no value. An error without an SQLSTATE is the connection's, or not one of SQL. */
const sqlErrorOf = (error: unknown): SqlError => {
  if (!(error instanceof Error)) return { code: null, constraint: "" };
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  const isState = typeof code === "string" && /^[0-9A-Z]{5}$/u.test(code) && !code.startsWith("E");
  return { code: isState ? code : null, constraint: typeof constraint === "string" ? constraint : "" };
};
