import { makeNode } from "../diagram/manager.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { passes, testOf } from "../diagram/fact-test.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import type { ProofSetting } from "./proof-setting.ts";
import { ANSWER } from "../load/property-names.ts";

/** Where a property's condition holds, as a boolean diagram of the setting. */
export const propertyDiagram = (setting: ProofSetting, condition: Condition): NodeId => {
  const { and, or, not, always, never } = setting.build.algebra;
  const compile = (part: Condition): NodeId => {
    if ("all" in part) return part.all.map(compile).reduce(and, always);
    if ("any" in part) return part.any.map(compile).reduce(or, never);
    return "not" in part ? not(compile(part.not)) : leafDiagram(setting, part);
  };
  return compile(condition);
};

const leafDiagram = (setting: ProofSetting, leaf: Leaf): NodeId => {
  const { space, yes, compiled, build } = setting;
  const { always, never } = build.algebra;
  if (leaf.fact === ANSWER) return answerDiagram(setting, leaf);
  const inner = yes.get(leaf.fact);
  if (inner !== undefined) return whether(setting, leaf, inner);
  const level = space.levels.get(leaf.fact);
  if (level === undefined || !compiled.law.vocabulary.has(leaf.fact)) return groundDiagram(setting, leaf);
  const test = testOf(leaf);
  const outcomes = itemAt(space.axes, level).cells.map(({ sample }) => (passes(test, sample) ? always : never));
  return makeNode(build.manager, level, outcomes);
};

const answerDiagram = ({ answer, build }: ProofSetting, leaf: Leaf): NodeId => {
  const { or, not, never } = build.algebra;
  const { yes, conflict } = answer;
  const diagrams = { yes, conflict, no: not(or(yes, conflict)) };
  const test = testOf(leaf);
  return Object.entries(diagrams)
    .filter(([name]) => passes(test, name))
    .map(([, diagram]) => diagram)
    .reduce(or, never);
};

/** A rule that decides nothing on the day is never among the grounds, and none is where rules conflict. */
const groundDiagram = (setting: ProofSetting, leaf: Leaf): NodeId => {
  const { and, not, never } = setting.build.algebra;
  return whether(setting, leaf, and(setting.stands.get(leaf.fact) ?? never, not(setting.answer.conflict)));
};

/** Something that is so or not so, tested as a boolean fact is. */
const whether = ({ build }: ProofSetting, leaf: Leaf, isSo: NodeId): NodeId => {
  const { not, always, never } = build.algebra;
  const test = testOf(leaf);
  const [whenSo, whenNot] = [passes(test, true), passes(test, false)];
  if (whenSo === whenNot) return whenSo ? always : never;
  return whenSo ? isSo : not(isSo);
};
