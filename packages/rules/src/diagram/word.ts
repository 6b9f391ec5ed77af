import { OUTSIDE } from "./cell.ts";

/** A fact to pack: its level, and how many cells it has with the one for a missing fact. */
export type FactSize = { readonly level: number; readonly arity: number };

/** A fact's part of a word: its cell times the stride is added. The last cell stands for a missing fact. */
export type PackedFact = FactSize & { readonly stride: number };

/** Several facts of a row as one whole number below `width`, which fits in sixteen bits. */
export type Word = { readonly facts: readonly PackedFact[]; readonly width: number };

const MAX_WIDTH = 2 ** 16;

/** Packs as many of the first facts as fit in the given width, and one at least. */
export const wordOf = (facts: readonly FactSize[], maxWidth = MAX_WIDTH): Word => {
  const bound = Math.min(maxWidth, MAX_WIDTH);
  const packed: PackedFact[] = [];
  let width = 1;
  for (const { level, arity } of facts) {
    if (packed.length > 0 && width * arity > bound) break;
    packed.push({ level, arity, stride: width });
    width *= arity;
  }
  return { facts: packed, width };
};

/** Packs all facts in order. */
export const wordsOf = (facts: readonly FactSize[]): readonly Word[] => {
  const words: Word[] = [];
  for (let packed = 0; packed < facts.length;) {
    const word = wordOf(facts.slice(packed));
    words.push(word);
    packed += word.facts.length;
  }
  return words;
};

/** The cell of a fact in a word's value; `OUTSIDE` when it is missing. */
export const cellIn = (value: number, { stride, arity }: PackedFact): number => {
  const cell = Math.floor(value / stride) % arity;
  return cell === arity - 1 ? OUTSIDE : cell;
};
