import type { AuditLogTrust } from "@victim-rights/auditing";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import type { FieldCipher } from "../sealed/field-cipher.ts";
import { checkAuditLog } from "./check-audit-log.ts";
import { checkBalances, checkStreams } from "./check-ledgers.ts";
import { checkObligations } from "./check-obligations.ts";
import { counted, type Finding } from "./finding.ts";
import { differencesOf, tableSums, type TableSums } from "./table-sums.ts";

/** What a restored copy is held to. What is `null` is not compared, and the findings say so. */
export type RecordExpected = {
  /** What the original's tables came to when the copy was made. */
  readonly tables: TableSums | null;
  readonly cipher: FieldCipher | null;
  readonly trust: AuditLogTrust;
};

/** Compares a restored copy with what is known of its original, and with itself. It writes nothing. */
export const checkRecord = async (
  db: Kysely<Database>,
  { tables, cipher, trust }: RecordExpected,
): Promise<readonly Finding[]> => [
  tables === null
    ? notCompared("tables with those of the original", "no sums of them were given")
    : await checkTables(db, tables),
  await checkStreams({ db }),
  cipher === null
    ? notCompared("balances with journals", "no key ring was given")
    : await checkBalances({ db, cipher }),
  await checkObligations(db),
  await checkAuditLog(db, trust),
];

const notCompared = (what: string, why: string): Finding => ({ compared: `${what}: ${why}`, problems: null });

const checkTables = async (db: Kysely<Database>, expected: TableSums): Promise<Finding> => {
  const found = await tableSums(db);
  const rows = Object.values(found).reduce((sum, each) => sum + each.rows, 0);
  const tables = counted(Object.keys(found).length, "table");
  return { compared: `${tables} with ${counted(rows, "row")}`, problems: differencesOf(expected, found) };
};
