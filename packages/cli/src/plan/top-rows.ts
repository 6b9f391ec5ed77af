/** Keeps the first rows of an order without holding all of them; `total` counts every row that was offered. */
export type TopRows<T> = {
  readonly offer: (row: T) => void;
  readonly rows: () => readonly T[];
  readonly total: () => number;
};

export const createTopRows = <T>(limit: number, compare: (one: T, other: T) => number): TopRows<T> => {
  let kept: T[] = [];
  let total = 0;
  const trim = (): void => {
    kept = kept.toSorted(compare).slice(0, limit);
  };
  return {
    offer: (row) => {
      total += 1;
      kept.push(row);
      if (kept.length >= limit * 2) trim();
    },
    rows: () => {
      trim();
      return kept;
    },
    total: () => total,
  };
};
