import type { Migration } from "./migration.ts";

/** Tables whose rows are of an obligation, each with its key, if it has one; `true` where rows are only ever added. */
const OF_OBLIGATION = [
  { table: "obligation_entry", key: "obligation_sequence, seq", isAdded: true },
  { table: "obligation_deadline", key: "obligation_sequence, basis", isAdded: true },
  { table: "wake_up", key: null, isAdded: false },
] as const;

/** The place of an obligation is a number that only grows: its rows lie together, and the index grows at its end alone. */
const byPlace = ({ table, key, isAdded }: (typeof OF_OBLIGATION)[number]): readonly string[] => [
  ...(isAdded ? [`alter table ${table} disable trigger only_added`] : []),
  `alter table ${table} add column obligation_sequence bigint`,
  `update ${table} set obligation_sequence = obligation.sequence from obligation
     where obligation.obligation_key = ${table}.obligation_key`,
  `alter table ${table} drop column obligation_key`,
  `alter table ${table} alter column obligation_sequence set not null`,
  ...(key === null ? [] : [`alter table ${table} add primary key (${key})`]),
  ...(isAdded ? [`alter table ${table} enable trigger only_added`] : []),
  `create trigger of_obligation after insert on ${table} referencing new table as added
     for each statement execute function check_obligation_there()`,
];

/**
 * What was checked row by row is checked once for a statement, which takes a part of the time. Postings must sum to zero,
 * entry by entry, in every statement that adds some: then no commit can hold an entry that does not, since they are only ever
 * added. The rows of an obligation go by its place and no longer by the digest of its id, and refer to one that is there:
 * nothing else is left of a foreign key where the row referred to is never removed and keeps its place, and that is refused
 * from here on. Each is looked up by an index, whatever the planner knew of the table when it first planned the check. No
 * query went by the moment of a wake-up.
 */
export const checksByStatement: Migration = {
  number: 8,
  name: "checks-by-statement",
  statements: [
    `drop trigger entry_sums_to_zero on ledger_posting`,
    `drop function check_entry_sums_to_zero()`,
    `create function check_postings() returns trigger language plpgsql set enable_seqscan = off as $$
     declare
       entry bigint;
     begin
       select seq into entry from added group by ledger_id, seq having sum(cents) <> 0 limit 1;
       if found then
         raise exception 'the postings of entry % do not sum to zero', entry
           using errcode = 'check_violation', constraint = 'entry_sums_to_zero', table = 'ledger_posting';
       end if;
       select posted.seq into entry from (select distinct ledger_id, seq from added) as posted
         where (select here.seq from ledger_entry as here
           where here.ledger_id = posted.ledger_id and here.seq = posted.seq) is null
         limit 1;
       if found then
         raise exception 'there is no entry % to post', entry
           using errcode = 'foreign_key_violation', constraint = 'posting_of_entry', table = 'ledger_posting';
       end if;
       return null;
     end $$`,
    `create trigger checked after insert on ledger_posting referencing new table as added
       for each statement execute function check_postings()`,
    `alter table ledger_posting drop constraint ledger_posting_ledger_id_seq_fkey`,

    `create function check_obligation_there() returns trigger language plpgsql set enable_seqscan = off as $$
     begin
       perform from added
         where (select here.sequence from obligation as here where here.sequence = added.obligation_sequence) is null
         limit 1;
       if found then
         raise exception 'a row of % is of no obligation', tg_table_name
           using errcode = 'foreign_key_violation', constraint = 'of_obligation', table = tg_table_name;
       end if;
       return null;
     end $$`,
    ...OF_OBLIGATION.flatMap(byPlace),
    `create function refuse_removal() returns trigger language plpgsql as $$
     begin
       raise exception 'rows of % are never removed and keep their places', tg_table_name using errcode = 'restrict_violation';
     end $$`,
    `create trigger never_removed before delete or truncate on obligation
       for each statement execute function refuse_removal()`,
    `create trigger keeps_its_place before update of sequence on obligation
       for each statement execute function refuse_removal()`,
    `create trigger keeps_its_obligation before update of obligation_sequence on wake_up
       for each statement execute function refuse_removal()`,

    `drop index wake_up_by_moment`,
  ],
};
