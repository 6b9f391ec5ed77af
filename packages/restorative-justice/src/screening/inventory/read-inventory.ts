import { invariant } from "@victim-rights/core";
import { evaluate, type Facts, type Ground, UNCERTAIN } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { type Answer, type AnswerSheet, answerTo } from "../answer.ts";
import { isExempt, isSettled, type ScreenItem } from "../screen-item.ts";
import type { ScreenReason } from "../screen-result.ts";
import { type Inventory, InventoryEvent } from "./inventory.ts";

/** A reason of the inventory, before it is known from which screen it comes. */
export type InventoryReason = Omit<ScreenReason, "from" | "instrument">;

/**
 * Reads a sheet of answers by the inventory's rules. Every rule that holds gives a reason; every item without an answer
 * leaves the screen incomplete, whether or not it could still change anything (INV-07).
 */
export const readInventory = (inventory: Inventory, sheet: AnswerSheet): readonly InventoryReason[] => {
  const facts = factsOf(inventory.items, sheet);
  return [
    ...inventory.compiled.flatMap((question) => {
      const decided = evaluate(question, facts);
      invariant(Result.isSuccess(decided), "answers are facts of the inventory, and its rules never conflict");
      return decided.success.grounds.map(reasonOf);
    }),
    ...inventory.items.filter((item) => !isSettled(item, sheet)).map(({ key }) => noAnswer(key)),
    ...unknownTie(sheet),
  ];
};

const factsOf = (items: readonly ScreenItem[], sheet: AnswerSheet): Facts =>
  Object.fromEntries(
    items.map((item) => [item.key, isExempt(item, sheet) ? false : factOf(answerTo(sheet, item.key))]),
  );

/** Declined and unknown were asked and lead to a person; anything that is no answer to the question is not known either. */
const factOf = (answer: Answer): Facts[string] => {
  if (answer === "yes" || answer === "no") return answer === "yes";
  return answer === "not_asked" ? undefined : UNCERTAIN;
};

const reasonOf = ({ rule, cites, event }: Ground): InventoryReason => {
  const params = InventoryEvent.safeParse(event.params);
  invariant(params.success, "what a rule of the inventory says follows was checked when it was loaded");
  const { raises, item } = params.data;
  return { raises, because: rule.replace(/^.*\//u, ""), item, rule, cites };
};

const noAnswer = (item: string): InventoryReason => ({
  raises: "incomplete",
  because: "no-answer",
  item,
  rule: null,
  cites: [],
});

/** Who the other person is to the victim is not known: the specialist track, as if it were a partner (INV-09). */
const unknownTie = (sheet: AnswerSheet): readonly InventoryReason[] => {
  const tie = answerTo(sheet, "s01");
  if (tie === "yes" || tie === "no") return [];
  return [{ raises: "ipv_track", because: "tie-not-known", item: "s01", rule: null, cites: [] }];
};
