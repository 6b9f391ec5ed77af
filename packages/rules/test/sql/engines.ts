import { DatabaseSync } from "node:sqlite";
import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import type { Engine } from "./engine.ts";
import { postgresqlServer } from "./postgresql-server.ts";

const sqlite = async (): Promise<Engine> => {
  const database = new DatabaseSync(":memory:");
  return {
    name: "SQLite",
    dialect: "sqlite",
    exec: async (sql) => database.exec(sql),
    rows: async (sql) => database.prepare(sql).all(),
    close: async () => database.close(),
  };
};

const duckdb = async (): Promise<Engine> => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return {
    name: "DuckDB",
    dialect: "duckdb",
    exec: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
    close: async () => connection.closeSync(),
  };
};

/** Spark's text on DuckDB, which has the same functions and types but quotes names and texts otherwise. */
const sparkOnDuckdb = async (): Promise<Engine> => {
  const engine = await duckdb();
  const rewritten = (sql: string): string =>
    sql.replaceAll("`", '"').replaceAll(/\\(.)/gu, (_, character) => (character === "'" ? "''" : character));
  return {
    ...engine,
    name: "Spark's text on DuckDB",
    dialect: "spark",
    rows: (sql) => engine.rows(rewritten(sql)),
  };
};

const postgresql = async (): Promise<Engine> => {
  const database = await PGlite.create();
  return {
    name: "PostgreSQL",
    dialect: "postgresql",
    exec: async (sql) => void (await database.exec(sql)),
    rows: async (sql) => (await database.query<Record<string, unknown>>(sql)).rows,
    close: () => database.close(),
  };
};

/** Every engine there is here: PostgreSQL as WebAssembly everywhere, and its server too where the machine has one. */
export const startEngines = async (): Promise<readonly Engine[]> => {
  const server = await postgresqlServer();
  const others = await Promise.all([sqlite(), duckdb(), postgresql(), sparkOnDuckdb()]);
  return server === null ? others : [...others, server];
};
