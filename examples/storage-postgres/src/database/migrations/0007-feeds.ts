import type { Migration } from "./migration.ts";

/**
 * What the guards remember of each feed. The row of a feed is locked by whoever takes a batch of it in, so that two who do
 * so at once cannot both stay below the limit. An event that waits for a person, or for being recorded, is kept whole; of one
 * that is in the record its key stays. What a person decided of a hold is only ever added.
 */
export const feeds: Migration = {
  number: 7,
  name: "feeds",
  statements: [
    `create table feed (feed_id text collate "C" primary key, state json not null)`,
    `create table feed_event (
       feed_id text collate "C" not null references feed,
       event_key text collate "C" not null,
       position bigint generated always as identity unique,
       standing text collate "C" not null check (standing in ('admitted', 'held', 'recorded', 'rejected')),
       hold integer check (hold >= 1),
       kind text collate "C" not null,
       supervised_person_id text collate "C" not null,
       given json,
       primary key (feed_id, event_key),
       check (given is not null or standing = 'recorded'),
       check (hold is not null or standing in ('admitted', 'recorded'))
     )`,
    `create index feed_event_admitted on feed_event (feed_id, position) where standing = 'admitted'`,
    `create index feed_event_held on feed_event (feed_id, position) where standing = 'held'`,
    `create table feed_hold_decided (
       feed_id text collate "C" not null references feed,
       hold integer not null check (hold >= 1),
       decided json not null,
       primary key (feed_id, hold)
     )`,
    `create trigger only_added before update or delete or truncate on feed_hold_decided
       for each statement execute function refuse_change()`,
  ],
};
