import type { Migration } from "./migration.ts";

/** Messages and wake-ups are taken for a while, and removed once whoever took them has passed them on. */
export const taking: Migration = {
  number: 5,
  name: "taking",
  statements: ["outbox", "wake_up"].map((table) => `alter table ${table} add column taken_until timestamptz`),
};
