import { itemAt } from "./item-at.ts";

/** Sets of small whole numbers, each known by one number, so that sets are compared and stored as numbers. */
export type SetTable = {
  /** The members of each set, ascending, by the set's number. */
  readonly members: readonly (readonly number[])[];
  readonly empty: number;
  /** The number of the set with the given ascending members. */
  readonly intern: (members: readonly number[]) => number;
};

export const createSetTable = (): SetTable => {
  const members: (readonly number[])[] = [];
  const numbers = new Map<string, number>();
  const intern = (ascending: readonly number[]): number => {
    const key = ascending.join(",");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, members.length);
    return members.push(ascending) - 1;
  };
  return { members, empty: intern([]), intern };
};

export const union = (table: SetTable, left: number, right: number): number => {
  const merged = new Set([...itemAt(table.members, left), ...itemAt(table.members, right)]);
  return table.intern([...merged].toSorted((a, b) => a - b));
};
