import type { Migration } from "./migration.ts";

/**
 * The keys of records, each locked by a key ring that is not here, and the contact points that they seal. A key that is
 * shredded leaves its row behind, so that nobody makes a new one; no statement brings a key back into it.
 */
export const sealedRecords: Migration = {
  number: 3,
  name: "sealed-records",
  statements: [
    `create table record_key (
       record text collate "C" primary key,
       ring_key text collate "C",
       locked bytea,
       check ((ring_key is null) = (locked is null))
     )`,
    `create index record_key_by_ring_key on record_key (ring_key, record) where locked is not null`,
    `create function refuse_shredded() returns trigger language plpgsql as $$
     begin
       raise exception 'a shredded record stays shredded' using errcode = 'restrict_violation';
     end $$`,
    `create trigger stays_shredded before update on record_key
       for each row when (old.locked is null) execute function refuse_shredded()`,
    `create trigger never_removed before delete or truncate on record_key
       for each statement execute function refuse_shredded()`,

    `create table contact_point (
       ref text collate "C" primary key,
       person_id text collate "C" not null,
       method text collate "C" not null,
       currency text collate "C" not null,
       preference integer,
       value bytea not null,
       value_index bytea not null
     )`,
    `create index contact_point_by_person on contact_point (person_id, ref)`,
    `create index contact_point_by_value on contact_point (value_index)`,
  ],
};
