/**
 * Whether an object in a text gives a key twice: parsing keeps the last and drops the other without a word. Each key of a
 * text is followed by a colon, and colons stand nowhere else outside its strings.
 * @param text - JSON.
 * @param value - what it parses to.
 */
export const namesKeyTwice = (text: string, value: unknown): boolean =>
  text.replaceAll(STRING, "").split(":").length - 1 !== keysIn(value);

const STRING = /"(?:[^"\\]|\\.)*"/gu;

const keysIn = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  const parts: readonly unknown[] = Object.values(value);
  return parts.reduce<number>((sum, part) => sum + keysIn(part), Array.isArray(value) ? 0 : parts.length);
};
