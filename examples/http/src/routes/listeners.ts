import type { Caller } from "../access/caller.ts";

/** Counts the streams that each caller holds open. */
export type Listeners = {
  /** Takes a place; gives what leaves it, any number of times, or `null` where all are taken. */
  readonly enter: (caller: Caller) => (() => void) | null;
};

/** So many places for each caller; nothing is remembered of who has left. */
export const listeners = (most: number): Listeners => {
  const open = new Map<string, number>();
  const leave = (who: string): void => {
    const left = (open.get(who) ?? 0) - 1;
    if (left > 0) open.set(who, left);
    else open.delete(who);
  };
  return {
    enter: ({ role, subject }) => {
      const who = `${role} ${subject}`;
      const held = open.get(who) ?? 0;
      if (held >= most) return null;
      open.set(who, held + 1);
      let isIn = true;
      return () => {
        if (isIn) leave(who);
        isIn = false;
      };
    },
  };
};
