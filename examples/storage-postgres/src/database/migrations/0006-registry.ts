import type { Migration } from "./migration.ts";

/**
 * What a service keeps beside the record: registrations and those that wait for their code, what the person said is safe,
 * offenses, assignments, and first answers. Whatever names a person or says how to reach one is ciphertext. The events of
 * somebody under supervision are in `recorded_event` already, which now says beside each whom it is about. A row from
 * before whose JSON the database cannot read into keeps `null` there.
 */
export const registry: Migration = {
  number: 6,
  name: "registry",
  statements: [
    `create table registration (
       position bigint generated always as identity primary key,
       registration_id text collate "C" not null unique,
       person_id text collate "C" not null,
       supervised_id text collate "C" not null,
       status text collate "C" not null check (status in ('active', 'withdrawn')),
       revision integer not null check (revision >= 1),
       content bytea not null
     )`,
    `create index registration_by_person on registration (person_id, position)`,
    `create index registration_about on registration (supervised_id, position) where status = 'active'`,
    `create function refuse_revival() returns trigger language plpgsql as $$
     begin
       raise exception 'a registration that was taken back stays so' using errcode = 'restrict_violation';
     end $$`,
    `create trigger stays_withdrawn before update on registration
       for each row when (old.status = 'withdrawn') execute function refuse_revival()`,

    `create table registered_by (
       supervised_id text collate "C" not null,
       value_index bytea not null,
       registration_id text collate "C" not null references registration (registration_id),
       primary key (supervised_id, value_index, registration_id)
     )`,
    `create index registered_by_registration on registered_by (registration_id)`,

    `create table pending_registration (
       request text collate "C" primary key,
       code_digest text collate "C" not null,
       expires_at timestamptz not null,
       tries integer not null default 0 check (tries >= 0),
       taken text collate "C" references registration (registration_id),
       sealed_for text collate "C" not null,
       content bytea not null
     )`,
    `create index pending_registration_by_end on pending_registration (expires_at)`,

    `create table safe_wish (person_id text collate "C" primary key, content bytea not null)`,

    `create table offense (
       supervised_id text collate "C" not null,
       offense_key text collate "C" not null,
       position bigint generated always as identity,
       offense json not null,
       primary key (supervised_id, offense_key)
     )`,
    `alter table recorded_event add column supervised_id text collate "C"`,
    `alter table recorded_event disable trigger only_added`,
    `do $$
     declare
       earlier record;
     begin
       for earlier in select batch_key from recorded_event loop
         begin
           update recorded_event set supervised_id =
               regexp_replace((batch #> '{event,supervisedPersonId}')::text, '^"(.*)"$', '\\1')
             where batch_key = earlier.batch_key;
         exception when untranslatable_character or invalid_text_representation then
           null;
         end;
       end loop;
     end $$`,
    `alter table recorded_event enable trigger only_added`,
    `create index recorded_event_about on recorded_event (supervised_id, sequence)`,

    `create table assignment (
       assignment_key text collate "C" primary key,
       subject text collate "C" not null,
       role text collate "C" not null,
       kind text collate "C" not null check (kind in ('person', 'case')),
       programme text collate "C",
       target text collate "C" not null,
       check ((kind = 'case') = (programme is not null))
     )`,

    `create table first_answer (
       answer_key text collate "C" primary key,
       request_digest text collate "C" not null,
       holder text collate "C" not null,
       running_until timestamptz not null,
       expires_at timestamptz not null,
       sealed_for text collate "C",
       answer bytea,
       check ((answer is null) = (sealed_for is null))
     )`,
    `create index first_answer_by_end on first_answer (expires_at)`,
  ],
};
