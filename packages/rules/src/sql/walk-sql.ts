import type { TableChain } from "../diagram/table-chain.ts";
import type { Word } from "../diagram/word.ts";

/**
 * A walk through a chain of tables as one whole-number expression. Each table is a text of numbers of equal width, and each
 * step stands in the next one once only, so that the expression is no longer than the tables, in any engine.
 * @param cellOf - the expression of the cell of the fact at a level.
 */
export const walkSql = ({ words, tables, start }: TableChain, cellOf: (level: number) => string): string =>
  words.reduce<string>(
    (place, word, step) => lookUp(tables[step] ?? [], `${step === 0 ? "" : `${place} + `}${wordSql(word, cellOf)}`),
    String(start),
  );

const wordSql = ({ facts }: Word, cellOf: (level: number) => string): string =>
  facts.map(({ level, stride }) => `${stride === 1 ? "" : `${stride} * `}${cellOf(level)}`).join(" + ");

const lookUp = (table: Iterable<number>, index: string): string => {
  const numbers = Array.from(table, String);
  const width = Math.max(1, ...numbers.map((number) => number.length));
  const digits = numbers.map((number) => number.padStart(width, "0")).join("");
  return `CAST(${itemSql(digits, width, index)} AS INTEGER)`;
};

/** One of the given texts, none of which ends in a space, by an index counted from 0. They must be plain ASCII. */
export const chooseText = (texts: readonly string[], index: string): string => {
  const width = Math.max(1, ...texts.map((text) => text.length));
  return `rtrim(${itemSql(texts.map((text) => text.padEnd(width)).join(""), width, index)})`;
};

const itemSql = (text: string, width: number, index: string): string =>
  `substr('${text}', ${width === 1 ? index : `${width} * (${index})`} + 1, ${width})`;
