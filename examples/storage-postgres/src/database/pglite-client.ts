import type { PGlite, QueryOptions, Results, Transaction } from "@electric-sql/pglite";
import * as Data from "effect/Data";
import { oneAtATime } from "./one-at-a-time.ts";

/** A statement that opens or ends a transaction was given to the shared instance. */
export class TransactionStatementRefused extends Data.TaggedError("TransactionStatementRefused")<{
  readonly statement: string;
}> {
  override get message(): string {
    return `\`${this.statement}\` on a shared instance would take other callers' writes along: use \`transaction\` or \`alone\``;
  }
}

/**
 * The one door to a PGlite instance, for Kysely and for whatever else uses it. PGlite has one session: a raw `begin` on
 * it swallows what others write meanwhile. So everything goes through one mutex, owned here.
 */
export type PgliteClient = {
  readonly closed: boolean;
  readonly ready: boolean;
  readonly waitReady: Promise<void>;
  readonly query: <Row>(statement: string, values?: unknown[], options?: QueryOptions) => Promise<Results<Row>>;
  readonly transaction: <Answer>(run: (transaction: Transaction) => Promise<Answer>) => Promise<Answer>;
  /** The bare instance, to somebody who gives its own transaction statements; nobody else is served meanwhile. */
  readonly alone: <Answer>(run: (instance: PGlite) => Promise<Answer>) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

/** Owns an instance. `check` runs before everything else does, and stops it by throwing. */
export const pgliteClient = (instance: PGlite, check: () => void): PgliteClient => {
  const inTurn = oneAtATime();
  const checked = <Answer>(run: () => Promise<Answer>): Promise<Answer> =>
    inTurn(async () => {
      check();
      return run();
    });
  return {
    get closed() {
      return instance.closed;
    },
    get ready() {
      return instance.ready;
    },
    waitReady: instance.waitReady,
    query: (statement, values, options) =>
      isTransactionStatement(statement)
        ? Promise.reject(new TransactionStatementRefused({ statement: statement.trim().split(/\s/u)[0] ?? "" }))
        : checked(() => instance.query(statement, values, options)),
    transaction: (run) => checked(() => instance.transaction(run)),
    alone: (run) => checked(() => run(instance)),
    close: () => inTurn(() => instance.close()),
  };
};

const isTransactionStatement = (statement: string): boolean =>
  /^\s*(begin|start\s+transaction|commit|end|rollback|abort|savepoint|release|prepare\s+transaction)\b/iu.test(
    statement,
  );
