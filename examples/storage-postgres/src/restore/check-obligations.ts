import type { StoreSequence } from "@victim-rights/notification";
import { dueAt, type StoredObligation } from "@victim-rights/notification";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import { foldRows } from "../obligations/obligation-rows.ts";
import { counted, type Finding } from "./finding.ts";

const PAGE = 500;

/** Folds every obligation from its entries, and compares it with the columns that lists go by. */
export const checkObligations = async (db: Kysely<Database>): Promise<Finding> => {
  const problems: string[] = [];
  let [obligations, after] = [0, 0];
  for (;;) {
    const page = await readPage(db, after);
    for (const each of page) if (!agrees(each)) problems.push(`${nameOf(each)} is not what its entries come to`);
    obligations += page.length;
    after = page.at(-1)?.row.sequence ?? after;
    if (page.length < PAGE) break;
  }
  return { compared: `${counted(obligations, "obligation")} with their entries`, problems };
};

type Row = {
  readonly sequence: StoreSequence;
  readonly revision: number;
  readonly state: string;
  readonly due_at: Date | null;
};
type Compared = { readonly row: Row; readonly folded: StoredObligation | null };

const nameOf = ({ row, folded }: Compared): string =>
  folded === null ? `the obligation at place ${row.sequence}` : `\`${folded.obligation.id}\``;

const readPage = (db: Kysely<Database>, after: StoreSequence): Promise<readonly Compared[]> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (transaction) => {
      const rows = await transaction
        .selectFrom("obligation")
        .select(["obligation_key", "sequence", "revision", "state", "due_at"])
        .where("sequence", ">", after)
        .orderBy("sequence")
        .limit(PAGE)
        .execute();
      // One by one, so that entries which do not fold leave the others their turn.
      const folded = [];
      for (const row of rows) folded.push({ row, folded: await foldRows(transaction, [row]).then(first, () => null) });
      return folded;
    });

const first = ([only]: readonly StoredObligation[]): StoredObligation | null => only ?? null;

const agrees = ({ row, folded }: Compared): boolean => {
  if (folded === null) return false;
  const due = dueAt(folded.obligation);
  const isSameDue = due === null ? row.due_at === null : row.due_at?.getTime() === Date.parse(due);
  return isSameDue && row.revision === folded.revision && row.state === folded.obligation.state;
};
