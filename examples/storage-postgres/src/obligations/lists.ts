import type { Instant } from "@victim-rights/core";
import type {
  AttemptClaim,
  DueAsked,
  Page,
  PageAsked,
  PersonAsked,
  PersonTaskId,
  StoredObligation,
  StoredTask,
  UnsettledAsked,
} from "@victim-rights/notification";
import { sql, type Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { inChunks } from "../database/in-chunks.ts";
import { textKey } from "../database/text-key.ts";
import { attemptClaim } from "./attempt-claims.ts";
import { foldRows } from "./obligation-rows.ts";
import { storedTask } from "./person-tasks.ts";
import { rowKey } from "./row-key.ts";

type In = Transaction<Database>;

/** Open obligations for which something is to be done. */
export const listDue = async (transaction: In, asked: DueAsked): Promise<Page<StoredObligation>> => {
  const heads = await headsAfter(transaction, asked).where("due_at", "<=", moment(asked.now)).execute();
  return pageFrom(await foldRows(transaction, heads), asked);
};

/** Every obligation of a person. */
export const listForPerson = async (transaction: In, asked: PersonAsked): Promise<Page<StoredObligation>> => {
  const heads = await headsAfter(transaction, asked).where("person_id", "=", textKey(asked.personId)).execute();
  return pageFrom(await foldRows(transaction, heads), asked);
};

/** Claims of which nobody knows the result. */
export const listUnsettled = async (transaction: In, asked: UnsettledAsked): Promise<Page<AttemptClaim>> => {
  const rows = await transaction
    .selectFrom("attempt_claim")
    .select(["sequence", "claim", "result"])
    .where("is_settled", "=", false)
    .where("claimed_at", "<", moment(asked.claimedBefore))
    .where("claimed_at", ">=", moment(asked.claimedFrom))
    .where("sequence", ">", asked.afterSequence)
    .orderBy("sequence")
    .limit(asked.limit + 1)
    .execute();
  return pageFrom(rows.map(attemptClaim), asked);
};

/** Tasks that nobody has answered. */
export const listTasks = async (transaction: In, asked: PageAsked): Promise<Page<StoredTask>> => {
  const rows = await transaction
    .selectFrom("person_task")
    .select(["sequence", "task", "answer"])
    .where("answer", "is", null)
    .where("sequence", ">", asked.afterSequence)
    .orderBy("sequence")
    .limit(asked.limit + 1)
    .execute();
  return pageFrom(rows.map(storedTask), asked);
};

/** The tasks of some ids, answered ones included. */
export const findTasks = async (transaction: In, ids: readonly PersonTaskId[]): Promise<readonly StoredTask[]> => {
  const found: StoredTask[] = [];
  for (const keys of inChunks([...new Set(ids)].map(rowKey))) {
    const rows = await transaction
      .selectFrom("person_task")
      .select(["sequence", "task", "answer"])
      .where("task_key", "in", keys)
      .execute();
    found.push(...rows.map(storedTask));
  }
  return found.toSorted((one, other) => one.sequence - other.sequence);
};

const moment = (instant: Instant) => sql<Date>`${instant}::timestamptz`;

const headsAfter = (transaction: In, { limit, afterSequence }: PageAsked) =>
  transaction
    .selectFrom("obligation")
    .select(["obligation_key", "sequence"])
    .where("sequence", ">", afterSequence)
    .orderBy("sequence")
    .limit(limit + 1);

/** One row more than the page holds was read, so that it is known whether anything follows. */
const pageFrom = <Item extends { readonly sequence: number }>(
  read: readonly Item[],
  { limit }: PageAsked,
): Page<Item> => {
  const items = read.slice(0, limit);
  return { items, next: read.length > limit ? (items.at(-1)?.sequence ?? null) : null };
};
