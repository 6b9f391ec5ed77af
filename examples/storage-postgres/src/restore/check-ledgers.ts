import { compareWithJournal, type LedgerId, LedgerStore } from "@victim-rights/restitution";
import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { sql } from "kysely";
import { idFromKey } from "../database/text-key.ts";
import { ledgerStore, type StoreParts } from "../ledger/ledger-store.ts";
import { counted, type Finding } from "./finding.ts";

const PAGE = 100;

/**
 * Rebuilds every balance of every ledger from its journal, and compares it with the postings kept beside it. One whose key
 * was destroyed is counted, and is no problem.
 */
export const checkBalances = async (parts: StoreParts): Promise<Finding> => {
  const store = ledgerStore(parts);
  const findings: (readonly string[] | "destroyed")[] = [];
  let after: LedgerId | null = null;
  do {
    const page: Effect.Success<ReturnType<typeof store.list>> = await Effect.runPromise(
      store.list({ after, limit: PAGE }),
    );
    for (const { ledger } of page.ledgers) findings.push(await findingOf(ledger, store));
    after = page.next;
  } while (after !== null);
  const problems = findings.filter((each) => each !== "destroyed");
  const destroyed = findings.length - problems.length;
  return {
    compared: `balances of ${counted(problems.length, "ledger")} with their journals, ${destroyed} destroyed`,
    problems: problems.flat(),
  };
};

const findingOf = async (
  ledger: LedgerId,
  store: ReturnType<typeof ledgerStore>,
): Promise<readonly string[] | "destroyed"> => {
  const compared = await Effect.runPromiseExit(Effect.provideService(compareWithJournal(ledger), LedgerStore, store));
  if (Exit.isSuccess(compared))
    return compared.value.differences.map(
      ({ account, storedCents, journalCents }) =>
        `ledger \`${ledger}\`, account \`${account}\`: ${storedCents} cents are kept, the journal makes ${journalCents}`,
    );
  // Never the whole of an error: a message of the database may hold what a row holds.
  const error = Cause.squash(compared.cause);
  if (!(error instanceof Error && "_tag" in error)) return [`ledger \`${ledger}\` cannot be read`];
  return error._tag === "RecordShredded" ? "destroyed" : [`ledger \`${ledger}\` cannot be read: ${error.message}`];
};

/** Whether each stream has as many rows as its head says: rows lost at an end are missed by nothing else. */
export const checkStreams = async ({ db }: Pick<StoreParts, "db">): Promise<Finding> => {
  const { rows } = await sql<{ readonly kind: string; readonly id: string; readonly agrees: boolean }>`
    select 'ledger' as kind, ledger_id as id,
      revision = (select count(*) from ledger_command as each where each.ledger_id = head.ledger_id)
      and entries = (select count(*) from ledger_entry as each where each.ledger_id = head.ledger_id) as agrees
    from ledger as head
    union all
    select programme, case_id,
      revision = (select count(*) from case_command as each
        where each.programme = head.programme and each.case_id = head.case_id)
    from case_log as head
    order by 1, 2`.execute(db);
  const problems = rows
    .filter(({ agrees }) => !agrees)
    .map(({ kind, id }) => `the ${kind} \`${idFromKey(id)}\` has not as many rows as its head says`);
  return {
    compared: `heads of ${counted(rows.length, "ledger or case", "ledgers and cases")} with their rows`,
    problems,
  };
};
