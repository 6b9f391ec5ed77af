import type { PGlite } from "@electric-sql/pglite";
import type { Db } from "pg-boss";
import type { PgliteClient } from "@victim-rights-examples/storage-postgres/pglite";

/**
 * Gives pg-boss its statements through the mutex that owns a PGlite instance. Its own adapter takes the instance itself;
 * beside an application's open transaction it would then write into that transaction, and be rolled back with it.
 */
export const throughPgliteClient = (client: PgliteClient): Db => ({
  executeSql: (text, values) => client.alone((instance) => execute(instance, text, values)),
  setSessionStatements: (statements) =>
    client.alone(async (instance) => {
      for (const statement of statements) await instance.exec(statement);
    }),
});

type Executed = Awaited<ReturnType<Db["executeSql"]>>;

/** A statement that fails inside a block leaves the one session in an aborted transaction: it is ended before anybody else comes. */
const execute = async (instance: PGlite, text: string, values: unknown[] | undefined): Promise<Executed> => {
  try {
    if (values !== undefined && values.length > 0) return await instance.query(text, values);
    const results = await instance.exec(text);
    return { rows: results.flatMap(({ rows }) => rows) };
  } catch (error) {
    await instance.exec("rollback");
    throw error;
  }
};
