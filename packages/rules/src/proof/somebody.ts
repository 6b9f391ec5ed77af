import { invariant } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { decide } from "../decide/decide.ts";
import { OUTSIDE } from "../diagram/cell.ts";
import { factsOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable } from "../diagram/node-table.ts";
import type { Assignment } from "../diagram/restrict.ts";
import type { ProofSetting } from "./proof-setting.ts";
import type { Outcome, Somebody } from "./verdict.ts";

/** Fills in cells until nothing that the answer or a ground turns on is left open, each with its first cell. */
export const fillIn = ({ build, answer, stands, space }: ProofSetting, start: Assignment): Assignment => {
  const roots = [answer.yes, answer.conflict, ...stands.values()];
  const cells = [...start];
  for (const level of space.axes.keys()) {
    if (itemAt(cells, level) === OUTSIDE && roots.some((root) => isOpenAt(build.manager, root, { cells, level })))
      cells[level] = 0;
  }
  return cells;
};

/** Whether a walk that knows the cells still comes upon a fact. */
const isOpenAt = (
  table: NodeTable,
  root: NodeId,
  { cells, level }: { readonly cells: Assignment; readonly level: number },
): boolean => {
  const seen = new Set<NodeId>();
  const visit = (node: NodeId): boolean => {
    if (seen.has(node) || isTerminal(table, node)) return false;
    seen.add(node);
    const own = levelOf(table, node);
    if (own === level) return true;
    const cell = itemAt(cells, own);
    const children = childrenOf(table, node);
    return cell === OUTSIDE ? children.some(visit) : visit(itemAt(children, cell));
  };
  return visit(root);
};

/** Somebody whose facts fall in the cells. */
export const somebodyIn = ({ space }: ProofSetting, cells: Assignment): Somebody => factsOf(space, cells);

/** What `decide` makes of somebody; that it settles is a promise of `fillIn`. */
export const outcomeFor = (compiled: CompiledQuestion, facts: Somebody): Outcome => {
  const decided = decide(compiled, facts);
  if (Result.isFailure(decided)) {
    invariant(decided.failure._tag === "RuleConflict", "a witness has facts that the vocabulary refuses");
    return { answer: "conflict", grounds: [] };
  }
  const { answer, grounds } = decided.success;
  invariant(answer !== "undetermined", "a witness leaves open a fact that matters");
  return { answer, grounds: grounds.map(({ rule }) => rule) };
};
