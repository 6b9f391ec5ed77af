import { invariant } from "@victim-rights/core";

/** PostgreSQL's number of the type `bigint`. */
export const BIGINT = 20;

/** A `bigint` of the database as a number. Amounts and places are safe integers; whatever is not was never written by us. */
export const readWhole = (text: string): number => {
  const whole = Number(text);
  invariant(Number.isSafeInteger(whole), "a whole number in the database is a safe integer");
  return whole;
};
