import type { QuestionId } from "../file/rule-file.ts";
import { questionsRead } from "../decide/question-closure.ts";
import type { OpenSide, Pair } from "./side.ts";

/**
 * Questions that read each other in a circle when the readings of both sides are taken together, though neither side's do;
 * empty when there are none. Facts of both sides then have no common order.
 */
export const readsInCircle = ({ left, right }: Pair<OpenSide>): readonly QuestionId[] => {
  const readings = [left, right].flatMap(({ side, closure }) =>
    closure.map((selection) => ({ reader: selection.question, read: questionsRead(selection, side.law) })),
  );
  const waiting = new Map<QuestionId, Set<QuestionId>>();
  for (const { reader, read } of readings) waiting.set(reader, new Set([...(waiting.get(reader) ?? []), ...read]));
  const isFree = (reader: QuestionId): boolean => [...(waiting.get(reader) ?? [])].every((read) => !waiting.has(read));
  let free = [...waiting.keys()].filter(isFree);
  while (free.length > 0) {
    for (const reader of free) waiting.delete(reader);
    free = [...waiting.keys()].filter(isFree);
  }
  const read = new Set([...waiting.values()].flatMap((questions) => [...questions]));
  return [...waiting.keys()].filter((question) => read.has(question)).toSorted();
};
