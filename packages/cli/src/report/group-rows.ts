import type { OfPerson, PersonNote } from "./report-row.ts";

/** Rows that differ in the person alone, as one row with its people. */
export type Group<T> = { readonly row: T; readonly people: readonly PersonNote[] };

/** Puts rows of one group together, in the order in which each group first appears. */
export const groupRows = <T extends OfPerson>(rows: readonly T[]): readonly Group<T>[] =>
  [...Map.groupBy(rows, ({ group }) => group).values()].flatMap((members) =>
    members.slice(0, 1).map((row) => ({ row, people: members.map(({ person }) => person) })),
  );
