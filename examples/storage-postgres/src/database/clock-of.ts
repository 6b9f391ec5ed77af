import { type Instant, instantAt, StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { type Kysely, sql } from "kysely";
import type { Database } from "./database.ts";

/** What time the database's server has at this moment, to the millisecond. @errors `StoreUnavailable` */
export const clockOf = (db: Kysely<Database>): Effect.Effect<Instant, StoreUnavailable> =>
  Effect.tryPromise({
    try: async () => {
      const { rows } = await sql<{ readonly at: number }>`
        select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as at`.execute(db);
      const [row] = rows;
      if (row === undefined) throw new Error("the clock was not told");
      return instantAt(row.at);
    },
    catch: () => new StoreUnavailable({ during: "clock", commit: "not-made" }),
  });
