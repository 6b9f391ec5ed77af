import { z } from "zod";

/** Names an item of an instrument: `s04.recent`, `q5`. */
export const ItemKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*$/u, "write an item's key, such as `s04`");
export type ItemKey = z.infer<typeof ItemKey>;

/** No answer, and why. None of the three ever counts as a no (INV-07). */
export const Unanswered = z.enum(["unknown", "declined", "not_asked"]);
export type Unanswered = z.infer<typeof Unanswered>;

/** That an item does not apply, with the reason; only where the item allows that reason. */
export const NotApplicable = z.strictObject({ notApplicable: z.string().min(1) });
export type NotApplicable = z.infer<typeof NotApplicable>;

/** What was answered to one item: yes or no, a point on a scale, a choice, that it does not apply, or no answer. */
export const Answer = z.union([
  z.enum(["yes", "no"]),
  Unanswered,
  z.int(),
  z.strictObject({ choice: z.string().min(1) }),
  NotApplicable,
]);
export type Answer = z.infer<typeof Answer>;

/** The answers of one screen by item. An item that is not in it was not asked. */
export type AnswerSheet = ReadonlyMap<ItemKey, Answer>;

/** The answer to an item; `not_asked` when there is none. */
export const answerTo = (sheet: AnswerSheet, item: ItemKey): Answer => sheet.get(item) ?? "not_asked";

/** Whether an answer says that the item does not apply. */
export const isNotApplicable = (answer: Answer): answer is NotApplicable =>
  typeof answer === "object" && "notApplicable" in answer;

/** Whether an answer is none. */
export const isUnanswered = (answer: Answer): answer is Unanswered => Unanswered.safeParse(answer).success;
