import type { Migration } from "./migration.ts";

/** Rows are only ever added to these. */
const ADDED = ["recorded_event", "obligation_entry", "obligation_deadline", "audit_fact"];

/**
 * What an event leads to. `store_order` is the one counter of the record: whoever writes locks it first and keeps it until
 * the commit, so that a later write has a larger place and nobody who pages ever misses one. Ids may be longer than an
 * index takes, so that rows go by SHA-256 of their id. Nothing here holds a way to reach anybody: entries name contact
 * points by reference, and there is no column for one.
 */
export const obligations: Migration = {
  number: 2,
  name: "obligations",
  statements: [
    `create table store_order (only_row boolean primary key default true check (only_row), last bigint not null)`,
    `insert into store_order (last) values (0)`,

    `create table recorded_event (
       batch_key text collate "C" primary key,
       sequence bigint not null unique,
       event_id text collate "C" not null,
       event_revision integer not null,
       batch json not null,
       answer json not null
     )`,
    `create index recorded_event_by_event on recorded_event (event_id, event_revision)`,

    `create table obligation (
       obligation_key text collate "C" primary key,
       sequence bigint not null unique,
       revision integer not null check (revision >= 1),
       state text collate "C" not null,
       person_id text collate "C" not null,
       due_at timestamptz
     )`,
    `create index obligation_by_person on obligation (person_id, sequence)`,
    `create index obligation_due on obligation (sequence) where due_at is not null`,
    `create table obligation_entry (
       obligation_key text collate "C" not null references obligation,
       seq integer not null check (seq >= 1),
       entry json not null,
       primary key (obligation_key, seq)
     )`,
    `create table obligation_deadline (
       obligation_key text collate "C" not null references obligation,
       basis text collate "C" not null check (basis in ('law', 'policy')),
       due_by timestamptz not null,
       primary key (obligation_key, basis)
     )`,
    `create index obligation_deadline_by_moment on obligation_deadline (due_by)`,

    `create table person_task (
       task_key text collate "C" primary key,
       sequence bigint not null unique,
       task json not null,
       answer json
     )`,
    `create index person_task_open on person_task (sequence) where answer is null`,

    `create table attempt_claim (
       obligation_key text collate "C" not null references obligation,
       attempt integer not null check (attempt >= 1),
       channel text collate "C" not null,
       sequence bigint not null unique,
       claim json not null,
       claimed_at timestamptz not null,
       result json,
       is_settled boolean not null default false,
       primary key (obligation_key, attempt, channel)
     )`,
    `create index attempt_claim_unsettled on attempt_claim (sequence) where not is_settled`,

    `create table audit_fact (
       position bigint generated always as identity primary key,
       sequence bigint not null,
       fact json not null
     )`,
    `create table outbox (
       position bigint generated always as identity primary key,
       sequence bigint not null,
       message json not null
     )`,
    `create table wake_up (
       position bigint generated always as identity primary key,
       obligation_key text collate "C" not null references obligation,
       obligation_revision integer not null,
       wake_at timestamptz not null
     )`,
    `create index wake_up_by_moment on wake_up (wake_at)`,

    ...ADDED.map(
      (table) => `create trigger only_added before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`,
    ),
  ],
};
