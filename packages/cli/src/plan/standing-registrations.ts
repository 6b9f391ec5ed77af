import { isDeepStrictEqual } from "node:util";
import { type ContactPoint, Registration } from "@victim-rights/core";
import type { StandingRecord } from "./gather-records.ts";

/**
 * A record's last state as registrations. Where rows contradict each other, each is kept so that the planner sees where they
 * differ, with only those contacts that all of them give: a wrong address is worse than a person having to look.
 */
export const standingRegistrations = (record: StandingRecord): readonly Registration[] => {
  const rows = record.flatMap(({ content, file, row }) =>
    content === null ? [] : [Registration.parse({ ...content, origin: { file, row } })],
  );
  return record.length === 1
    ? rows
    : rows.map((row) => ({ ...row, contacts: row.contacts.filter((contact) => isInAll(contact, rows)) }));
};

const isInAll = (contact: ContactPoint, rows: readonly Registration[]): boolean =>
  rows.every((row) => row.contacts.some((other) => isDeepStrictEqual(other, contact)));
