import type { Migration } from "./migration.ts";

const ADDED = ["audit_event", "audit_batch", "audit_checkpoint"];

/**
 * The audit log: events, which take the place of the audit facts of the second step (the batches of `recorded_event` still
 * hold those), the batches that seal them, and the checkpoints that vouch for a batch. Writers of events hold
 * `store_order`, so that positions are in the order of commits; gaps among them are writes that were taken back.
 */
export const auditLog: Migration = {
  number: 4,
  name: "audit-log",
  statements: [
    `drop table audit_fact`,
    `create table audit_event (
       position bigint generated always as identity primary key,
       event json not null
     )`,
    `create table audit_batch (
       number bigint primary key check (number >= 1),
       last_position bigint not null unique,
       batch json not null
     )`,
    `create table audit_head (
       only_row boolean primary key default true check (only_row),
       last_position bigint not null,
       head json
     )`,
    `insert into audit_head (last_position) values (0)`,
    `create table audit_checkpoint (
       position bigint generated always as identity primary key,
       batch_number bigint not null references audit_batch,
       compact text not null
     )`,
    `create index audit_checkpoint_by_batch on audit_checkpoint (batch_number, position)`,
    ...ADDED.map(
      (table) => `create trigger only_added before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`,
    ),
  ],
};
