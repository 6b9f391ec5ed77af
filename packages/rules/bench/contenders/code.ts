import type { Contender } from "../measure.ts";
import type { Subject } from "../subject.ts";
import { rowByRow, settled } from "./row-by-row.ts";

/** The yardstick: code for these very rules, without checks, lists or citations. */
export const byHand = ({ compiled, inputs, code, holding }: Subject): Contender => {
  const rulesHeld = holding();
  return rowByRow(inputs(), {
    run: code(),
    told: (facts) => {
      const held = rulesHeld(facts);
      return settled(compiled.model.rules.flatMap(({ rule }, place) => (held[place] === true ? [rule.id] : [])));
    },
  });
};
