import type { Kysely } from "kysely";
import type { Database } from "./database.ts";

/** A database that is open and up to date, with what is to be known of it. */
export type OpenedDatabase = {
  readonly engine: "PGlite" | "PostgreSQL";
  readonly db: Kysely<Database>;
  /** Whether what was committed is still there after the machine loses power. */
  readonly survivesPowerLoss: boolean;
  readonly close: () => Promise<void>;
};

/** Where a program tells its operator something that must not be missed. */
export type Notices = { readonly warn: (message: string) => void };

/** Notices on standard error. */
export const onStandardError: Notices = { warn: (message) => void process.stderr.write(`${message}\n`) };
