import * as Result from "effect/Result";
import type { CompiledQuestion } from "../../decide/compiled-question.ts";
import { placesOf } from "../../decide/plain/places.ts";
import { type Build, compileRules, startBuild } from "../../diagram/compile-condition.ts";
import { bindCondition, type QuestionModel } from "../../diagram/condition-model.ts";
import { leavesOf } from "../../diagram/condition-parts.ts";
import { factSpace, type FactSpace } from "../../diagram/fact-space.ts";
import { testOf } from "../../diagram/fact-test.ts";
import { itemAt } from "../../diagram/item-at.ts";
import { isFull } from "../../diagram/manager.ts";
import type { NodeId } from "../../diagram/node-table.ts";
import { orderFacts } from "../../diagram/order.ts";
import type { QuestionId, Rule } from "../../file/rule-file.ts";
import { coverOf } from "../../region/cover.ts";
import type { Cube } from "../../region/cube.ts";
import type { FactDefinition, Vocabulary } from "../../vocabulary/fact-definition.ts";
import { questionsInOrder, rulesOf } from "../exported-question.ts";
import { TooLargeForDmn } from "./errors.ts";

/** A rule with the rows of a table in which it holds. */
type RuleRows = { readonly rule: Rule; readonly rows: readonly Cube[] };

/** A question's rules as rows over facts, and over the answers of the questions it reads, which are yes or no. */
export type QuestionTables = {
  readonly compiled: CompiledQuestion;
  readonly space: FactSpace;
  readonly rules: readonly RuleRows[];
  /** Whether a denial can hold beside a standing grant of this question that it does not name. */
  readonly canClash: boolean;
  /** Questions read, directly, whose answer can be a conflict. */
  readonly conflictsFrom: readonly QuestionId[];
};

/** How large tables may become. */
export type TableLimits = { readonly maxNodes: number; readonly maxRows: number };

/** A question's tables and those of every question it reads: each after those it reads, the asked one last. */
export const questionTables = (
  asked: CompiledQuestion,
  limits: TableLimits,
): Result.Result<readonly QuestionTables[], TooLargeForDmn> => {
  const done = new Map<QuestionId, QuestionTables>();
  for (const compiled of questionsInOrder(asked)) {
    const conflictsFrom = compiled.within
      .map(({ question }) => question)
      .filter((question) => canConflict(done.get(question)));
    const tables = tablesOf(compiled, conflictsFrom, limits);
    if (Result.isFailure(tables)) return Result.fail(tables.failure);
    done.set(compiled.question, tables.success);
  }
  return Result.succeed([...done.values()]);
};

/** Whether a question's answer can be a conflict: its own or that of a question read. */
const canConflict = (tables: QuestionTables | undefined): boolean =>
  tables !== undefined && (tables.canClash || tables.conflictsFrom.length > 0);

const tablesOf = (
  compiled: CompiledQuestion,
  conflictsFrom: readonly QuestionId[],
  { maxNodes, maxRows }: TableLimits,
): Result.Result<QuestionTables, TooLargeForDmn> => {
  const { space, model } = bindAlone(compiled);
  const build = startBuild(maxNodes);
  const { holds, stands } = compileRules(build, model);
  const rules: RuleRows[] = [];
  let left = maxRows;
  for (const [place, { rule }] of model.rules.entries()) {
    const rows = coverOf(build.manager, itemAt(holds, place), { space, limit: left });
    if (isFull(build.manager)) return tooLarge(compiled, "nodes", maxNodes);
    if (rows.rest !== build.algebra.never) return tooLarge(compiled, "rows", maxRows);
    rules.push({ rule, rows: rows.cubes });
    left -= rows.cubes.length;
  }
  const canClash = clashes(build, model, { holds, stands });
  if (isFull(build.manager)) return tooLarge(compiled, "nodes", maxNodes);
  return Result.succeed({ compiled, space, rules, canClash, conflictsFrom });
};

const tooLarge = (
  { question }: CompiledQuestion,
  counted: TooLargeForDmn["counted"],
  most: number,
): Result.Result<never, TooLargeForDmn> => Result.fail(new TooLargeForDmn({ question, counted, most }));

/** Some pair of answers of the questions read may be impossible: what clashes only there is still said to clash. */
const clashes = (
  { algebra }: Build,
  model: QuestionModel,
  { holds, stands }: { readonly holds: readonly NodeId[]; readonly stands: readonly NodeId[] },
): boolean => {
  const granted = stands.reduce(algebra.or, algebra.never);
  const denied = placesOf(model, "deny").map((place) => itemAt(holds, place));
  return algebra.and(granted, denied.reduce(algebra.or, algebra.never)) !== algebra.never;
};

/** Binds the rules with the questions they read as facts of their own, where `compileQuestion` looks into them. */
const bindAlone = (compiled: CompiledQuestion): { readonly space: FactSpace; readonly model: QuestionModel } => {
  const { law, question, model } = compiled;
  const answers = compiled.within.map(answerFact);
  const vocabulary: Vocabulary = new Map([...law.vocabulary, ...answers.map((fact) => [fact.name, fact] as const)]);
  const rules = rulesOf(compiled);
  const names = orderFacts(question, new Map([[question, rules]]), vocabulary);
  const leaves = rules.flatMap(({ conditions }) => leavesOf(conditions));
  const tests = Map.groupBy(leaves, ({ fact }) => fact);
  const space = factSpace(
    names.flatMap((name) => vocabulary.get(name) ?? []),
    new Map([...tests].map(([name, found]) => [name, found.map(testOf)])),
  );
  const binding = { space, questions: new Map<QuestionId, QuestionModel>() };
  const bound = model.rules.map((each) => ({ ...each, condition: bindCondition(each.rule.conditions, binding) }));
  return { space, model: { question, rules: bound, reads: [] } };
};

/** The answer of a question read, as a fact. */
const answerFact = ({ law, question }: CompiledQuestion): FactDefinition => {
  const title = law.questions.get(question)?.file.title ?? question;
  return { type: "boolean", name: question, title, question: title, knownBy: "victim-services", sensitive: false };
};
