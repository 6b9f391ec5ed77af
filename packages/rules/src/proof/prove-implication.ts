import * as Result from "effect/Result";
import { assumptionsOf } from "../analyze/assumptions.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import { assignmentOf } from "../diagram/fact-space.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { Condition } from "../file/condition.ts";
import type { Implication } from "../file/property-file.ts";
import type { Law } from "../load/law.ts";
import type { ProofError } from "./errors.ts";
import { fitting } from "./fitting.ts";
import { largestRegion } from "./largest-region.ts";
import { type ProofOptions, type ProofSetting, proofSetting } from "./proof-setting.ts";
import { propertyDiagram } from "./property-diagram.ts";
import { fillIn, outcomeFor, somebodyIn } from "./somebody.ts";
import type { Counterexample, Verdict } from "./verdict.ts";

/**
 * Proves that wherever `when` holds `then` holds, for everybody whose facts are known, or finds somebody for whom it does not.
 * @errors those of `compileQuestion`, then `PropertyRejected` with every name and value that does not fit the law.
 */
export const proveImplication = (
  law: Law,
  property: Implication,
  options: ProofOptions,
): Result.Result<Verdict<Counterexample>, ProofError> => {
  const { question, enable, when: met = EVERYBODY, then: wanted } = property;
  const leaves = [met, wanted].flatMap(leavesOf);
  const setting = proofSetting(
    law,
    {
      question,
      enable,
      questions: [...new Set(leaves.map(({ fact }) => fact).filter((fact) => law.questions.has(fact)))],
      tests: leaves.filter(({ fact }) => law.vocabulary.has(fact) && !law.questions.has(fact)),
    },
    options,
  );
  return Result.flatMap(setting, (opened) =>
    Result.map(fitting(law, property), () => verdictOn(opened, { met, wanted })),
  );
};

/** A condition that everybody meets. */
const EVERYBODY: Condition = { all: [] };

const verdictOn = (
  setting: ProofSetting,
  { met, wanted }: { readonly met: Condition; readonly wanted: Condition },
): Verdict<Counterexample> => {
  const { compiled, space, build } = setting;
  const { and, not, never } = build.algebra;
  const where = propertyDiagram(setting, met);
  const broken = and(where, not(propertyDiagram(setting, wanted)));
  const assumed = assumptionsOf(compiled, space);
  const tooLarge = setting.tooLarge();
  if (tooLarge !== null) return { kind: "not-decided", tooLarge, assumed };
  if (broken === never) return { kind: "proved", isVacuous: where === never, assumed };
  return { kind: "refuted", example: counterexample(setting, broken), assumed };
};

const counterexample = (setting: ProofSetting, broken: NodeId): Counterexample => {
  const { compiled, space } = setting;
  const region = largestRegion(setting, broken);
  const facts = somebodyIn(setting, fillIn(setting, assignmentOf(space, region.witness)));
  return { facts, ...outcomeFor(compiled, facts), region };
};
