/** An item of a list, with the items under it. */
export type Item = { readonly text: string; readonly items?: readonly Item[] };

/**
 * A text as Markdown shows it, letter by letter: signs that would be read as emphasis, code, links, tags, entities or
 * formulas are escaped, and line breaks become blanks.
 */
export const markdown = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .replaceAll(/[\\`*_{}[\]<>~$&|]/gu, (sign) => `\\${sign}`);

/** A nested list, one line for each item. */
export const listLines = (items: readonly Item[], depth = 0): readonly string[] =>
  items.flatMap(({ text, items: under = [] }) => [
    `${"  ".repeat(depth)}- ${itemStart(text)}`,
    ...listLines(under, depth + 1),
  ]);

/** A number or mark that would open a list or heading inside the item is escaped. */
const itemStart = (text: string): string => text.replace(/^(?<number>\d*)(?<mark>[#+\-.)])/u, "$<number>\\$<mark>");

/** A name that a place in the guide goes by, to be linked to. */
export const anchor = (name: string): string => `<a id="${placeName(name)}"></a>`;

/** A link to a place of the same guide. */
export const linkTo = (name: string, text: string): string => `[${markdown(text)}](#${placeName(name)})`;

const placeName = (name: string): string => name.replaceAll(/[^a-z0-9-]/gu, "-");

/** A text as a sentence of its own. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${closed(text.slice(1))}`;

/** A text with a full stop where it has no end mark. */
export const closed = (text: string): string => `${text}${/[.?!)]$/u.test(text) ? "" : "."}`;

/** Code set apart, such as a chart; the fence is longer than any in it. */
export const fenced = (language: string, code: string): readonly string[] => {
  const longest = Math.max(2, ...[...code.matchAll(/`+/gu)].map(([marks]) => marks.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, code.trimEnd(), fence];
};

/** A name of code between backticks: ids and fact names hold none. */
export const code = (name: string): string => `\`${name}\``;
