import type { Command } from "../command.ts";

/** Whether two commands say the same; when each is posted does not count. */
export const isSameCommand = (one: Command, other: Command): boolean =>
  same({ ...one, postedAt: null }, { ...other, postedAt: null });

const same = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
