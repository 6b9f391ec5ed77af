import * as Result from "effect/Result";
import { type QuestionCycle, UnknownQuestion } from "../decide/errors.ts";
import type { QuestionId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { coverFacts } from "./cover-facts.ts";
import { coverRules } from "./cover-rule.ts";
import type { CoverageReport, FactCoverage, RuleCoverage, Shown, Tally } from "./coverage-report.ts";
import { docketOf } from "./docket.ts";
import { openDocket } from "./open-docket.ts";
import { settingsOfRules } from "./setting.ts";

/** How a question's cases are looked through. */
export type CoverageOptions = {
  /** How many diagram nodes may be made before a thing is left undecided; 1,000,000 when not given. */
  readonly maxNodes?: number;
};

const MAX_NODES = 1_000_000;

/**
 * Tells what a question's cases show of its rules, each version a rule of its own: which hold and do not hold, which tests
 * are seen to matter by themselves, which values of each fact occur; and for each thing that none shows, facts near an
 * existing case that would. A fact that a case leaves unknown shows nothing by itself.
 * @errors `UnknownQuestion`, `QuestionCycle`.
 */
export const coverCases = (
  law: Law,
  question: QuestionId,
  { maxNodes = MAX_NODES }: CoverageOptions = {},
): Result.Result<CoverageReport, UnknownQuestion | QuestionCycle> => {
  const source = law.questions.get(question);
  if (source === undefined)
    return Result.fail(new UnknownQuestion({ question, readBy: null, known: [...law.questions.keys()].toSorted() }));
  const settings = settingsOfRules(law, question);
  return Result.map(docketOf(law, { question, settings }), (docket) => {
    const open = openDocket(docket, maxNodes);
    const rules = coverRules(open, source.file.rules);
    const facts = coverFacts(open);
    return { question, rules, facts, totals: totalsOf(rules, facts), failing: docket.failing };
  });
};

const totalsOf = (rules: readonly RuleCoverage[], facts: readonly FactCoverage[]): CoverageReport["totals"] => ({
  holds: tallyOf(rules.map(({ holds }) => holds)),
  doesNotHold: tallyOf(rules.map(({ doesNotHold }) => doesNotHold)),
  conditions: tallyOf(
    rules.flatMap(({ conditions }) => conditions.flatMap(({ whenTrue, whenFalse }) => [whenTrue, whenFalse])),
  ),
  values: tallyOf(facts.flatMap(({ values }) => values.map(({ shown }) => shown))),
  edges: tallyOf(facts.flatMap(({ edges }) => edges.map(({ shown }) => shown))),
});

const tallyOf = (all: readonly Shown[]): Tally => {
  const count = (state: Shown["state"]): number => all.filter((each) => each.state === state).length;
  return {
    shown: count("shown"),
    missing: count("missing"),
    impossible: count("impossible"),
    notDecided: count("not-decided"),
  };
};
