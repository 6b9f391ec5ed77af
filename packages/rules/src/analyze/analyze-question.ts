import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { type Build, compileAnswer, compileRules, startBuild } from "../diagram/compile-condition.ts";
import type { QuestionModel } from "../diagram/condition-model.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import { itemAt } from "../diagram/item-at.ts";
import { isFull } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { support } from "../diagram/walk.ts";
import { type Region, type Regions, regionsOf } from "../region/region.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { AnalysisReport, ConflictRegions, QuestionFindings } from "./analysis-report.ts";
import { assumptionsOf } from "./assumptions.ts";
import type { RuleDiagrams } from "./rule-diagrams.ts";
import { ruleFindings } from "./rule-findings.ts";

/** How a question is analyzed. */
export type AnalysisOptions = {
  /** How many regions to give of each finding; 20 when not given. */
  readonly limit?: number;
  /** How many diagram nodes the analysis may take; 500,000 when not given. */
  readonly maxNodes?: number;
};

const DEFAULT_LIMIT = 20;
const DEFAULT_MAX_NODES = 500_000;

/**
 * What a question's rules come to over all facts, exactly: rules that never fire or are hidden, gaps, conflicts, and facts
 * that never matter. A region's witness names only the facts it takes: whatever the others are, `decide` says the same.
 */
export const analyzeQuestion = (compiled: CompiledQuestion, options: AnalysisOptions = {}): AnalysisReport => {
  const { limit = DEFAULT_LIMIT, maxNodes = DEFAULT_MAX_NODES } = options;
  const build = startBuild(maxNodes);
  const rules = {
    model: compiled.model,
    ...compileRules(build, compiled.model),
    taints: taintsOf(build, compiled.model),
  };
  const findings = findingsOf(compiled, { build, rules, limit });
  const isDecided = !isFull(build.manager);
  return {
    question: compiled.question,
    title: compiled.law.questions.get(compiled.question)?.file.title ?? compiled.question,
    assumed: assumptionsOf(compiled),
    findings: isDecided ? findings : null,
    tooLarge: isDecided ? null : { factOrder: namesOf(compiled, [...compiled.space.axes.keys()]), maxNodes },
  };
};

/** By rule: where a question that it reads contradicts itself. */
const taintsOf = (build: Build, { rules, reads }: QuestionModel): readonly NodeId[] =>
  rules.map(({ rule }) => {
    const read = new Set(leavesOf(rule.conditions).map(({ fact }) => fact));
    const conflicts = reads
      .filter(({ question }) => read.has(question))
      .map((inner) => compileAnswer(build, inner).conflict);
    return conflicts.reduce(build.algebra.or, build.algebra.never);
  });

type Material = { readonly build: Build; readonly rules: RuleDiagrams; readonly limit: number };

/** Once the manager is full, what this gives is no answer to anything. */
const findingsOf = (compiled: CompiledQuestion, { build, rules, limit }: Material): QuestionFindings => {
  const { manager, algebra } = build;
  const { space, law, model } = compiled;
  const { yes, conflict } = compileAnswer(build, model);
  const regions = (root: NodeId): Regions =>
    isFull(manager) ? NO_REGIONS : regionsOf(manager, root, { space, limit });
  const answer = new Set([yes, conflict].flatMap((root) => dependsOn(build, root)));
  const grounds = new Set(rules.stands.flatMap((root) => dependsOn(build, root)));
  const levels = [...space.axes.keys()];
  return {
    rules: ruleFindings(build, rules),
    gaps: regions(algebra.not(rules.holds.reduce(algebra.or, conflict))),
    conflicts: conflictsOf(build, rules).map(({ root, ...pair }) => ({ ...pair, ...regions(root) })),
    neverMatter: namesOf(
      compiled,
      levels.filter((level) => !answer.has(level) && !grounds.has(level)),
    ),
    groundsOnly: namesOf(
      compiled,
      levels.filter((level) => !answer.has(level) && grounds.has(level)),
    ),
    unread: law.vocabulary.size - space.axes.length,
  };
};

const NO_REGIONS: { readonly regions: readonly Region[]; readonly complete: boolean } = {
  regions: [],
  complete: false,
};

const dependsOn = ({ manager }: Build, root: NodeId): readonly number[] =>
  isFull(manager) ? [] : support(manager, root);

const namesOf = ({ space }: CompiledQuestion, levels: readonly number[]): readonly FactName[] =>
  levels.map((level) => itemAt(space.axes, level).definition.name);

type ConflictDiagram = Pick<ConflictRegions, "denial" | "grant"> & { readonly root: NodeId };

/** Each pair of a denial and a standing grant that some facts bring together. */
const conflictsOf = ({ algebra }: Build, { model, holds, stands }: RuleDiagrams): readonly ConflictDiagram[] =>
  model.rules.flatMap(({ rule: denial }, at) =>
    denial.effect === "grant"
      ? []
      : model.rules.flatMap(({ rule: grant }, place) => {
          const root = algebra.and(itemAt(holds, at), itemAt(stands, place));
          return root === algebra.never ? [] : [{ denial: denial.id, grant: grant.id, root }];
        }),
  );
