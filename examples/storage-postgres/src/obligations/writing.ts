import type { AuditEvent } from "@victim-rights/auditing";
import type { EventId } from "@victim-rights/core";
import type { ObligationId, ObligationState, PersonTaskId, StoreSequence } from "@victim-rights/notification";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { inChunks } from "../database/in-chunks.ts";

/** A transaction that is the only one to write to the record, and gives out places in its order. */
export type Writing = {
  readonly transaction: Transaction<Database>;
  /** The next place. */
  readonly next: () => StoreSequence;
  /** Puts a message into the outbox: ids, codes and states, and nothing about a person. */
  readonly tell: (message: OutboxMessage) => void;
  /** Adds an event to the audit log. */
  readonly audit: (event: AuditEvent) => void;
  /** Writes the events and the messages, and how far the places go. */
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

/** Locks the record until the transaction ends: writers go one after another, and their places are in the order of their commits. */
export const beginWriting = async (transaction: Transaction<Database>): Promise<Writing> => {
  const { last: before } = await transaction
    .selectFrom("store_order")
    .select("last")
    .forUpdate()
    .executeTakeFirstOrThrow();
  let last = before;
  const events: { readonly event: string }[] = [];
  const outbox: { readonly sequence: StoreSequence; readonly message: string }[] = [];
  return {
    transaction,
    next: () => ++last,
    tell: (message) => void outbox.push({ sequence: last, message: JSON.stringify(message) }),
    audit: (event) => void events.push({ event: JSON.stringify(event) }),
    done: async () => {
      for (const some of inChunks(events)) await transaction.insertInto("audit_event").values(some).execute();
      for (const some of inChunks(outbox)) await transaction.insertInto("outbox").values(some).execute();
      if (last !== before) await transaction.updateTable("store_order").set({ last }).execute();
    },
  };
};
