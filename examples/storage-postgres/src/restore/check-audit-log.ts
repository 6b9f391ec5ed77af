import { type AuditLogTrust, type NumberedLine, verifyAuditLog } from "@victim-rights/auditing";
import type { Kysely } from "kysely";
import { exportAuditLog } from "../audit/export-audit-log.ts";
import type { Database } from "../database/database.ts";
import { counted, type Finding } from "./finding.ts";

/** Verifies the audit log as anybody would who was given a copy of it. */
export const checkAuditLog = async (db: Kysely<Database>, trust: AuditLogTrust): Promise<Finding> => {
  const { head, unsealed, checkpoints, problems } = await verifyAuditLog(numbered(exportAuditLog(db)), trust);
  const events = counted(head.tree.size, "sealed event");
  const vouched = counted(checkpoints.length, "checkpoint");
  const witnesses = counted(trust.witnesses?.length ?? 0, "checkpoint kept elsewhere", "checkpoints kept elsewhere");
  return {
    compared: `the audit log: ${events}, ${unsealed} unsealed, with ${vouched} and ${witnesses}`,
    problems: problems.map(({ message }) => message),
  };
};

/** Lines as they are counted in a file. */
export async function* numbered(lines: AsyncIterable<string>): AsyncGenerator<NumberedLine> {
  let number = 0;
  for await (const text of lines) yield { number: ++number, text };
}
