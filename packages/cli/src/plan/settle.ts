/** One row of a keyed file. `content` is `null` where only the row's existence matters: a state that lies outside this run. */
export type StoredRow<C> = {
  readonly key: string;
  readonly stamp: string;
  readonly file: string;
  readonly row: number;
  /** Equal exactly when two rows say the same. */
  readonly digest: string;
  readonly content: C | null;
};

/** Rows of one record with one stamp that say different things. */
export type Contradiction<C> = { readonly rows: readonly [StoredRow<C>, StoredRow<C>, ...StoredRow<C>[]] };

/** The states one record went through, oldest first. A state is one row, or several that contradict each other. */
export type Chain<C> = {
  readonly key: string;
  readonly states: readonly (readonly [StoredRow<C>, ...StoredRow<C>[]])[];
};

export type Settled<C> = {
  readonly chains: readonly Chain<C>[];
  readonly duplicates: number;
  readonly contradictions: readonly Contradiction<C>[];
};

/** Reads rows as corrections: the same key with a later stamp replaces, an equal row repeats. The order in which they came changes nothing. */
export const settle = <C>(rows: readonly StoredRow<C>[]): Settled<C> => {
  const chains = [...Map.groupBy(rows, ({ key }) => key)]
    .toSorted(([one], [other]) => compareText(one, other))
    .map(([key, states]) => chainOf(key, states));
  const kept = chains.reduce((sum, { states }) => sum + states.reduce((count, state) => count + state.length, 0), 0);
  const contradictions = chains.flatMap(({ states }) => states.flatMap(asContradiction));
  return { chains, duplicates: rows.length - kept, contradictions };
};

const chainOf = <C>(key: string, rows: readonly StoredRow<C>[]): Chain<C> => {
  const states = [...Map.groupBy(rows, ({ stamp }) => stamp)]
    .toSorted(([one], [other]) => compareText(one, other))
    .map(([, same]) => distinct(same));
  return { key, states: states.flatMap(atLeastOne) };
};

/** One row for each thing said, the first in its file, so that the order of reading does not show. */
const distinct = <C>(rows: readonly StoredRow<C>[]): readonly StoredRow<C>[] => {
  const placed = rows.toSorted((one, other) => compareText(one.file, other.file) || one.row - other.row);
  return [...new Map(placed.toReversed().map((row) => [row.digest, row])).values()].toSorted(
    (one, other) => compareText(one.file, other.file) || one.row - other.row,
  );
};

const atLeastOne = <T>(rows: readonly T[]): (readonly [T, ...T[]])[] => {
  const [first, ...others] = rows;
  return first === undefined ? [] : [[first, ...others]];
};

const asContradiction = <C>([first, second, ...others]: readonly [
  StoredRow<C>,
  ...StoredRow<C>[],
]): Contradiction<C>[] => (second === undefined ? [] : [{ rows: [first, second, ...others] }]);

export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
