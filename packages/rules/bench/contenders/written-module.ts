import * as Result from "effect/Result";
import type { CompiledQuestion } from "../../src/decide/compiled-question.ts";
import type { Facts } from "../../src/facts.ts";
import { writeModules } from "../../src/module.ts";
import type { Contender } from "../measure.ts";
import type { Subject } from "../subject.ts";
import { outcome, rowByRow } from "./row-by-row.ts";

type Answer = (facts: Facts) => { readonly answer: string; readonly grounds: readonly { readonly rule: string }[] };

/** The question written out as a module beforehand. */
export const writtenModule = async ({ compiled, inputs }: Subject): Promise<Contender> =>
  answering(await imported(compiled), inputs());

export const writtenModuleIncomplete = async ({ compiled, incomplete }: Subject): Promise<Contender> =>
  answering(await imported(compiled), incomplete());

const imported = async ({ law, question, asOf }: CompiledQuestion): Promise<Answer> => {
  const files = Result.getOrThrow(writeModules(law, { asOf, questions: [question] }));
  const module: { readonly answer: Answer } = await import(
    `data:text/javascript,${encodeURIComponent(files.get(`${question}.js`) ?? "")}`
  );
  return module.answer;
};

const answering = (answer: Answer, rows: readonly Facts[]): Contender =>
  rowByRow(rows, {
    run: (facts) => answer(facts).grounds.length,
    told: (facts) => {
      const found = answer(facts);
      return outcome(
        found.answer,
        found.grounds.map(({ rule }) => rule),
      );
    },
  });
