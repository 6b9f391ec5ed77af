import type { Migration } from "./migration.ts";

/**
 * What a provider knows a send by, and which send it is: a report that comes back names the first alone. A key is a digest
 * of ids and leads nobody back to them without this table.
 */
export const sendKeys: Migration = {
  number: 9,
  name: "send-keys",
  statements: [
    `create table send_key (
       send_key text collate "C" primary key,
       obligation_id text collate "C" not null,
       attempt integer not null check (attempt >= 1),
       channel text collate "C" not null
     )`,
    `create trigger only_added before update or delete or truncate on send_key
       for each statement execute function refuse_change()`,
  ],
};
