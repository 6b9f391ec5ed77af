/** Makes room for one more in a map that keeps so many at most: whatever was put in first goes first. */
export const dropOldest = (map: Map<string, unknown>, most: number): void => {
  const oldest = map.size >= most ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
};
