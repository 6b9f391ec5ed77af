import type { CaseReading } from "../cover/docket.ts";
import type { QuestionId } from "../file/rule-file.ts";
import type { Effect } from "./judge-mutant.ts";
import type { Mutant } from "./mutant.ts";
import { answerDifference } from "../cover/observed.ts";
import type { OpenDocket } from "../cover/open-docket.ts";
import { findQuestion, replaceQuestion, reviseModel } from "./revise-model.ts";

/** What a mutant of one question changes for another that reads it: only the answer can be seen from there. */
export const effectsOnReader = (
  { docket, builds }: OpenDocket,
  mutant: Mutant,
  question: QuestionId,
): readonly Effect[] => {
  if (mutant.revision.kind === "event") return [];
  return docket.readings.flatMap((reading) => {
    const inner = innerReading(reading, question);
    const build = builds.get(reading);
    const revised = inner === null ? null : reviseModel(inner, mutant, docket.space);
    if (inner === null || revised === null || build === undefined) return [];
    const where = answerDifference(build, inner.model, revised);
    if (where === build.build.algebra.never) return [];
    return [{ reading, after: replaceQuestion(reading.model, revised), where }];
  });
};

/** A question as it stands inside a reading of one that reads it. */
const innerReading = (
  { model, turnedOn }: CaseReading,
  question: QuestionId,
): Pick<CaseReading, "model" | "turnedOn"> | null => {
  const found = findQuestion(model, question);
  if (found === null) return null;
  const on = [...turnedOn].flatMap(([rule, each]) => {
    const inner = findQuestion(each, question);
    return inner === null ? [] : [[rule, inner] as const];
  });
  return { model: found, turnedOn: new Map(on) };
};
