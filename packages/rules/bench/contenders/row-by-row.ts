import type { Facts } from "../../src/facts.ts";
import type { Contender } from "../measure.ts";

/** How one row is decided; `run` gives a small number that depends on the outcome, `told` the outcome in full. */
export type RowReading<Row> = { readonly run: (row: Row) => number; readonly told: (row: Row) => string };

/** Decides row after row. */
export const rowByRow = <Row>(rows: readonly Row[], { run, told }: RowReading<Row>): Contender => ({
  rows: rows.length,
  run: (rounds) => {
    let sum = 0;
    for (let round = 0; round < rounds; round += 1) for (const row of rows) sum += run(row);
    return sum;
  },
  told: () => rows.map(told),
});

/** An outcome as every contender tells it. */
export const outcome = (answer: string, ids: readonly string[]): string => `${answer} ${ids.join()}`;

/** The outcome where every fact is known and every rule is a grant: yes when one holds. */
export const settled = (ids: readonly string[]): string => outcome(ids.length === 0 ? "no" : "yes", ids);

/** How many rows an awaited contender decides per round: it is slow, and one row waits for the other. */
const AWAITED_ROWS = 128;

/** The same for a decision that must be awaited; one at a time, as overlapping runs of one engine lose answers. */
export const awaited = (
  rows: readonly Facts[],
  { run, told }: { readonly run: (row: Facts) => Promise<number>; readonly told: (row: Facts) => Promise<string> },
): Contender => ({
  rows: AWAITED_ROWS,
  run: async (rounds) => {
    let sum = 0;
    for (let round = 0; round < rounds; round += 1)
      for (const row of rows.slice(0, AWAITED_ROWS)) sum += await run(row);
    return sum;
  },
  told: async () => {
    const outcomes: string[] = [];
    for (const row of rows) outcomes.push(await told(row));
    return outcomes;
  },
});
