import type { SqlDialect } from "../../src/sql.ts";

/** A real engine with one empty database. */
export type Engine = {
  readonly name: string;
  readonly dialect: SqlDialect;
  readonly exec: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => Promise<void>;
};
