import type { AuditEvent } from "@victim-rights/auditing";
import type { EventId } from "@victim-rights/core";
import type { ObligationId, ObligationState, PersonTaskId, StoreSequence } from "@victim-rights/notification";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { inChunks } from "../database/in-chunks.ts";
import { insertRows } from "../database/insert-rows.ts";

/** A transaction that is the only one to write to the record, and gives out places in its order. */
export type Writing = {
  readonly transaction: Transaction<Database>;
  /** The next place. */
  readonly next: () => StoreSequence;
  /** Adds a row, which is written with others by the next `flush`. */
  readonly add: <Table extends AddedTable>(table: Table, row: AddedRow<Table>) => void;
  /** Puts a message into the outbox: ids, codes and states, and nothing about a person. */
  readonly tell: (message: OutboxMessage) => void;
  /** Adds an event to the audit log. */
  readonly audit: (event: AuditEvent) => void;
  /** Writes every row that was added, so that statements of this transaction find them. */
  readonly flush: () => Promise<void>;
  /** Writes what is not written yet, and how far the places go. */
  readonly done: () => Promise<void>;
};

/** What others may hear of: that something was recorded, by its id. What it says they read from the store. */
export type OutboxMessage =
  | { readonly kind: "event-recorded"; readonly event: EventId; readonly revision: number }
  | { readonly kind: "obligation-opened"; readonly obligation: ObligationId }
  | {
      readonly kind: "obligation-advanced";
      readonly obligation: ObligationId;
      readonly revision: number;
      readonly state: ObligationState;
    }
  | { readonly kind: "task-raised"; readonly task: PersonTaskId };

/** The tables that rows are added to, one that others refer to before those; and what of a row is given. */
const ADDED = {
  obligation: {
    obligation_key: "text",
    sequence: "bigint",
    revision: "integer",
    state: "text",
    person_id: "text",
    due_at: "timestamptz",
  },
  obligation_entry: { obligation_sequence: "bigint", seq: "integer", entry: "json" },
  obligation_deadline: { obligation_sequence: "bigint", basis: "text", due_by: "timestamptz" },
  wake_up: { obligation_sequence: "bigint", obligation_revision: "integer", wake_at: "timestamptz" },
  person_task: { task_key: "text", sequence: "bigint", task: "json" },
  recorded_event: {
    batch_key: "text",
    sequence: "bigint",
    event_id: "text",
    event_revision: "integer",
    supervised_id: "text",
    batch: "json",
    answer: "json",
  },
  audit_event: { event: "json" },
  outbox: { sequence: "bigint", message: "json" },
} as const satisfies Partial<Record<keyof Database, object>>;

type AddedTable = keyof typeof ADDED;

type AddedRow<Table extends AddedTable> = {
  readonly [Column in keyof (typeof ADDED)[Table]]: (typeof ADDED)[Table][Column] extends "bigint" | "integer"
    ? number
    : Column extends "due_at"
      ? string | null
      : string;
};

/** Locks the record until the transaction ends: writers go one after another, and their places are in the order of their commits. */
export const beginWriting = async (transaction: Transaction<Database>): Promise<Writing> => {
  const { last: before } = await transaction
    .selectFrom("store_order")
    .select("last")
    .forUpdate()
    .executeTakeFirstOrThrow();
  let last = before;
  const added = new Map<AddedTable, AddedRow<AddedTable>[]>();
  const add: Writing["add"] = (table, row) => {
    const rows = added.get(table);
    if (rows === undefined) added.set(table, [row]);
    else rows.push(row);
  };
  const flush = async (): Promise<void> => {
    for (const [table, columns] of Object.entries(ADDED) as [AddedTable, (typeof ADDED)[AddedTable]][])
      for (const some of inChunks(added.get(table) ?? [])) await insertRows(transaction, { table, columns }, some);
    added.clear();
  };
  return {
    transaction,
    next: () => ++last,
    add,
    tell: (message) => add("outbox", { sequence: last, message: JSON.stringify(message) }),
    audit: (event) => add("audit_event", { event: JSON.stringify(event) }),
    flush,
    done: async () => {
      await flush();
      if (last !== before) await transaction.updateTable("store_order").set({ last }).execute();
    },
  };
};
