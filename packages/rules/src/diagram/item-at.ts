import { invariant } from "@victim-rights/core";

/** The item at an index that is known to exist; a gap is a broken invariant, never a silent `undefined`. */
export const itemAt = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index];
  // The message is built only when it is needed: this is asked for millions of times.
  if (item === undefined) invariant(false, `no item at index ${index} of ${list.length}`);
  return item;
};
