import { journals } from "./0001-journals.ts";
import { obligations } from "./0002-obligations.ts";
import { sealedRecords } from "./0003-sealed-records.ts";
import { auditLog } from "./0004-audit-log.ts";
import { taking } from "./0005-taking.ts";
import { registry } from "./0006-registry.ts";
import { feeds } from "./0007-feeds.ts";
import { checksByStatement } from "./0008-checks-by-statement.ts";
import { sendKeys } from "./0009-send-keys.ts";
import type { Migration } from "./migration.ts";

/** Every step of the schema, in its order. */
export const MIGRATIONS: readonly Migration[] = [
  journals,
  obligations,
  sealedRecords,
  auditLog,
  taking,
  registry,
  feeds,
  checksByStatement,
  sendKeys,
];
