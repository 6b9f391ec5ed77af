import type { Reject } from "../feed/reject.ts";
import type { Contradiction } from "./settle.ts";

type Placed = { readonly file: string; readonly row: number };

const placeOf = ({ file, row }: Placed): string => `row ${row} of ${file}`;

/** One reject a row, each naming another row that it contradicts. */
export const rejectContradiction = <C>({ rows }: Contradiction<C>): readonly Reject[] =>
  rows.map((row, at) => ({
    file: row.file,
    row: row.row,
    column: null,
    problem: `the row contradicts ${placeOf(at === 0 ? rows[1] : rows[0])}: the same key and the same update stamp, and not the same content`,
    howToFix: "find out which is right, and export it with a later stamp",
  }));

/** Both rows of a return that comes before its departure. */
export const rejectReversal = (departure: Placed, back: Placed): readonly Reject[] => [
  {
    file: back.file,
    row: back.row,
    column: null,
    problem: `the return is dated before its departure in ${placeOf(departure)}`,
    howToFix: "correct the date, the time or the sequence of one of them",
  },
  {
    file: departure.file,
    row: departure.row,
    column: null,
    problem: `the departure is dated after its return in ${placeOf(back)}`,
    howToFix: "correct the date, the time or the sequence of one of them",
  },
];
