/**
 * Items that are enough together, none of them needless; none when nothing is needed, and `null` when all together are not
 * enough. One that is enough alone is taken before several.
 */
export const fewestThat = <Item>(
  areEnough: (items: readonly Item[]) => boolean,
  all: readonly Item[],
): readonly Item[] | null => {
  if (areEnough([])) return [];
  const alone = all.find((item) => areEnough([item]));
  if (alone !== undefined) return [alone];
  if (!areEnough(all)) return null;
  return all.reduce<readonly Item[]>((kept, item) => {
    const others = kept.filter((other) => other !== item);
    return areEnough(others) ? others : kept;
  }, all);
};
