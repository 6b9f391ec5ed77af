import { binary } from "../diagram/apply.ts";
import { booleanAlgebra, FALSE, TRUE } from "../diagram/boolean-algebra.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Manager } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { restrict } from "../diagram/restrict.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { allOpen } from "../diagram/fact-space.ts";
import type { QuestionDiagrams } from "../decide/question-diagrams.ts";

/**
 * Where the answer turns on one fact: a boolean diagram of the other facts, true where two cells of that fact give
 * different answers. It is made in the given manager.
 */
export const answerDependsOn = (
  { table, answer }: QuestionDiagrams,
  space: FactSpace,
  manager: Manager,
): ((level: number) => NodeId) => {
  const { or, never } = booleanAlgebra(manager);
  const differ = binary(manager, { combine: (left, right) => (left === right ? FALSE : TRUE) });
  const open = allOpen(space);
  return (level) => {
    const answers = itemAt(space.axes, level).cells.map((_, cell) =>
      restrict(table, open.with(level, cell), manager)(answer),
    );
    const first = itemAt(answers, 0);
    // Two cells differ exactly when one of them differs from the first.
    return [...new Set(answers)].map((other) => differ(first, other)).reduce(or, never);
  };
};
