/** Orders text by its code units, the same on every machine: ids and timestamps, never words for a reader. */
export const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
