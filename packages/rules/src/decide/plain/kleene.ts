import { OUTSIDE } from "../../diagram/cell.ts";
import type { BoundCondition, QuestionModel } from "../../diagram/condition-model.ts";
import { itemAt } from "../../diagram/item-at.ts";
import type { Assignment } from "../../diagram/restrict.ts";
import type { SettledAnswer } from "../outcome.ts";

/** Strong three-valued logic: `null` when the facts given do not settle it by this reading. */
export type Kleene = boolean | null;

export const not = (value: Kleene): Kleene => (value === null ? null : !value);

export const every = (values: readonly Kleene[]): Kleene =>
  values.includes(false) ? false : values.includes(null) ? null : true;

export const some = (values: readonly Kleene[]): Kleene =>
  values.includes(true) ? true : values.includes(null) ? null : false;

/** What the facts given settle about a question without trying completions. */
export type Reading = {
  readonly holds: readonly Kleene[];
  readonly overridden: readonly Kleene[];
  /** By rule: whether it is a grant that holds and is not overridden. */
  readonly stands: readonly Kleene[];
  readonly answer: SettledAnswer | null;
};

/** Reads a question's rules in three-valued logic; a settled part is right for every completion of the facts. */
export const readQuestion = (model: QuestionModel, assignment: Assignment): Reading => {
  const inner = new Map(model.reads.map((question) => [question, readQuestion(question, assignment)]));
  const holds = model.rules.map((rule) => readCondition(rule.condition, { assignment, inner }));
  const overridden = model.rules.map(({ overriddenBy }, place) =>
    every([itemAt(holds, place), some(overriddenBy.map((denial) => itemAt(holds, denial)))]),
  );
  const stands = model.rules.map(({ rule }, place) =>
    rule.effect === "deny" ? false : every([itemAt(holds, place), not(itemAt(overridden, place))]),
  );
  const denied = some(holds.filter((_, place) => itemAt(model.rules, place).rule.effect === "deny"));
  const tainted = some([...inner.values()].map(isConflict));
  return { holds, overridden, stands, answer: answerFrom(some(stands), denied, tainted) };
};

const answerFrom = (granted: Kleene, denied: Kleene, tainted: Kleene): SettledAnswer | null => {
  const conflict = some([every([granted, denied]), tainted]);
  if (conflict !== false) return conflict === null ? null : "conflict";
  if (granted === null) return null;
  return granted ? "yes" : "no";
};

const isConflict = ({ answer }: Reading): Kleene => (answer === null ? null : answer === "conflict");

/** What conditions are read with: the cell of each fact, and what each question read comes to (`null` when not settled). */
export type Given = {
  readonly assignment: Assignment;
  readonly inner: ReadonlyMap<QuestionModel, { readonly answer: SettledAnswer | null }>;
};

/** A condition in three-valued logic. */
export const readCondition = (condition: BoundCondition, given: Given): Kleene => {
  switch (condition.kind) {
    case "test": {
      const cell = itemAt(given.assignment, condition.level);
      return cell === OUTSIDE ? null : itemAt(condition.passes, cell);
    }
    case "answer":
      return readAnswer(condition, given);
    case "all":
      return every(condition.parts.map((part) => readCondition(part, given)));
    case "any":
      return some(condition.parts.map((part) => readCondition(part, given)));
    case "not":
      return not(readCondition(condition.part, given));
  }
};

const readAnswer = (
  { question, whenNo, whenYes }: Extract<BoundCondition, { kind: "answer" }>,
  { inner }: Given,
): Kleene => {
  if (whenNo === whenYes) return whenYes;
  const answer = inner.get(question)?.answer ?? null;
  if (answer === null) return null;
  return answer === "yes" ? whenYes : whenNo;
};
