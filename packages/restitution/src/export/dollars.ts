/** Whole cents as dollars with two decimals: `-41.67`. The digits are cut, never divided. */
export const dollarsOf = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
