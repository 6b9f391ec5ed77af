import type { Migration } from "./migration.ts";

/**
 * Ledgers and cases: a head row per stream, which a writer locks; one row per command, so that its id is unique; and what
 * it made. Payloads are ciphertext. Amounts and accounts are plain, for the database itself to hold the sums to zero.
 */
export const journals: Migration = {
  number: 1,
  name: "journals",
  statements: [
    `create function refuse_change() returns trigger language plpgsql as $$
     begin
       raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
     end $$`,

    `create table ledger (
       ledger_id text collate "C" primary key,
       revision bigint not null check (revision >= 0),
       entries bigint not null check (entries >= 0)
     )`,
    `create table ledger_command (
       ledger_id text collate "C" not null references ledger,
       command_id text collate "C" not null,
       revision bigint not null,
       command bytea not null,
       primary key (ledger_id, command_id),
       unique (ledger_id, revision)
     )`,
    `create table ledger_entry (
       ledger_id text collate "C" not null,
       seq bigint not null check (seq >= 1),
       revision bigint not null,
       entry bytea not null,
       primary key (ledger_id, seq),
       foreign key (ledger_id, revision) references ledger_command (ledger_id, revision)
     )`,
    `create table ledger_posting (
       ledger_id text collate "C" not null,
       seq bigint not null,
       line integer not null check (line >= 1),
       account text collate "C" not null,
       cents bigint not null check (cents <> 0),
       primary key (ledger_id, seq, line),
       foreign key (ledger_id, seq) references ledger_entry (ledger_id, seq)
     )`,
    `create index ledger_posting_by_account on ledger_posting (ledger_id, account)`,
    `create function check_entry_sums_to_zero() returns trigger language plpgsql as $$
     begin
       if (select sum(cents) from ledger_posting where ledger_id = new.ledger_id and seq = new.seq) <> 0 then
         raise exception 'the postings of entry % do not sum to zero', new.seq
           using errcode = 'check_violation', constraint = 'entry_sums_to_zero', table = 'ledger_posting';
       end if;
       return null;
     end $$`,
    `create constraint trigger entry_sums_to_zero after insert on ledger_posting
       deferrable initially deferred for each row execute function check_entry_sums_to_zero()`,

    `create table case_log (
       programme text collate "C" not null check (programme in ('dialogue', 'letter', 'panel', 'service')),
       case_id text collate "C" not null,
       revision bigint not null check (revision >= 0),
       lines bigint not null check (lines >= 0),
       primary key (programme, case_id)
     )`,
    `create table case_command (
       programme text collate "C" not null,
       case_id text collate "C" not null,
       command_id text collate "C" not null,
       revision bigint not null,
       command bytea not null,
       lines bytea not null,
       primary key (programme, case_id, command_id),
       unique (programme, case_id, revision),
       foreign key (programme, case_id) references case_log
     )`,

    ...["ledger_command", "ledger_entry", "ledger_posting", "case_command"].map(
      (table) => `create trigger only_added before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`,
    ),
  ],
};
