import type { PersonId } from "@victim-rights/core";
import type { LedgerId } from "@victim-rights/restitution";
import type { CaseRef, ProgrammeName } from "@victim-rights/restorative-justice";

/** The record of a ledger: its commands and entries are sealed with one key and destroyed together. */
export const ledgerRecord = (ledger: LedgerId): string => `ledger:${ledger}`;

/** The record of a case of a programme. */
export const caseRecord = ({ programme, case: id }: CaseRef<ProgrammeName>): string => `case:${programme}:${id}`;

/** The record of a person: the contact points by which they are reached. */
export const personRecord = (person: PersonId): string => `person:${person}`;
