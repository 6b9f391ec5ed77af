import { Client, type ClientBase, Pool, type PoolClient } from "pg";
import type { Db } from "pg-boss";
import { z } from "zod";
import { settledWithin } from "./settled-within.ts";

const milliseconds = (otherwise: number) => z.int().min(1).default(otherwise);

/** How long the engine waits for its own connections. House rules: every statement of its own ends within moments. */
export const EngineWaits = z.strictObject({
  /** For a connection, a new one or one that others hold. */
  connectMs: milliseconds(5_000),
  /** For a statement, as the server counts it: it ends one that takes longer. */
  statementMs: milliseconds(20_000),
  /** For an answer of any kind, as the client counts it: longer than the server may take, or nobody is there. */
  silentMs: milliseconds(25_000),
  /** For what is under way when the pool closes: then its lines are cut. */
  closeMs: milliseconds(2_000),
});
export type EngineWaits = z.output<typeof EngineWaits>;

/** Where the engine's own connections lead, how many there may be, and how long they are waited for. */
export type EnginePoolAsked = {
  readonly url: string;
  readonly connections: number;
  readonly waits: EngineWaits;
  /** A connection broke while nobody asked anything of it. */
  readonly onTrouble: () => void;
};

/** Connections for pg-boss, and the way to let go of them within a bounded time. */
export type EnginePool = Db & { readonly close: () => Promise<void> };

/**
 * A pool that waits for nobody without an end. The library's own sets no limit on a server that says nothing, and gives a
 * new connection its first statements without waiting for one to end before the next, which the client is about to refuse.
 */
export const openEnginePool = ({ url, connections, waits, onTrouble }: EnginePoolAsked): EnginePool => {
  let onEverySession: readonly string[] = [];
  const settleIn = async (client: ClientBase): Promise<void> => {
    for (const statement of onEverySession) await client.query(statement);
  };
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: waits.connectMs,
    statement_timeout: waits.statementMs,
    lock_timeout: waits.statementMs,
    idle_in_transaction_session_timeout: waits.statementMs,
    query_timeout: waits.silentMs,
    keepAlive: true,
    application_name: "victim-rights-worker",
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it; its types do not say so
    onConnect: settleIn,
  });
  const held = new Set<PoolClient>();
  pool.on("error", onTrouble);
  pool.on("connect", (client) => {
    held.add(client);
    client.on("error", () => undefined);
  });
  pool.on("remove", (client) => void held.delete(client));
  return {
    executeSql: (text, values) => pool.query(text, values),
    setSessionStatements: async (statements) => void (onEverySession = statements),
    close: async () => {
      const ended = pool.end();
      await settledWithin(ended, waits.closeMs);
      for (const client of held) cut(client);
      await ended;
    },
  };
};

/** A client with a statement under way closes its line at once when it is ended; the statement fails. */
const cut = (client: PoolClient): void => {
  if (client instanceof Client) client.end().catch(() => undefined);
};
