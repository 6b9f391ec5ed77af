import type { Answer, ResponseScale, ScreenItem } from "@victim-rights/restorative-justice";

/** What a person typed: an answer, a wish of another kind, or something that cannot be read. */
export type Reply = Settling | Aside;

/** What the questions go on with. */
export type Settling =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "back" }
  | { readonly kind: "finish" }
  | { readonly kind: "quit" };

/** What is said to, and the question stands. */
export type Aside = { readonly kind: "danger" | "help" | "unread" };

/** What of an item decides how it may be answered. */
export type Answerable = Pick<ScreenItem, "response" | "exemption">;

/** Reads what was typed at a question. Only a plain answer is one: whatever else it may mean is never taken for a no. */
export const readReply = (text: string, { response, exemption }: Answerable): Reply => {
  const word = text.trim().toLowerCase().replaceAll(/\s+/gu, " ");
  const wish = WISHES.get(word);
  if (wish !== undefined) return { kind: wish };
  const left = leftOutFor(exemption);
  if (word === NOT_FOR_ME && left !== null) return { kind: "answer", answer: { notApplicable: left } };
  const answer = NO_ANSWER.get(word) ?? answerOn(response, word);
  return answer === null ? { kind: "unread" } : { kind: "answer", answer };
};

/** What may be typed for an answer. */
export const hintFor = ({ response, exemption }: Answerable): string => {
  const left = leftOutFor(exemption);
  return `${scaleHint(response)}${left === null ? "" : `, or \`${NOT_FOR_ME}\` (${left})`}`;
};

const NOT_FOR_ME = "does not apply";

/** The reason for which a person may leave a question out; one that hangs on another question is left out by its answer. */
const leftOutFor = (exemption: Answerable["exemption"]): string | null =>
  exemption === undefined || exemption.onlyWhen !== undefined ? null : exemption.reason;

const scaleHint = (scale: ResponseScale): string => {
  switch (scale.kind) {
    case "yes-no":
      return "yes or no";
    case "scale":
      return `a number from ${scale.min} to ${scale.max}`;
    case "choice":
      return scale.values.map((value, at) => `${at + 1} ${value}`).join(", ");
  }
};

const WISHES: ReadonlyMap<string, "back" | "finish" | "danger" | "quit" | "help"> = new Map([
  ["back", "back"],
  ["finish", "finish"],
  ["danger", "danger"],
  ["quit", "quit"],
  ["q", "quit"],
  ["exit", "quit"],
  ["?", "help"],
  ["help", "help"],
]);

/** None of them ever counts as a no (INV-07). */
const NO_ANSWER: ReadonlyMap<string, Answer> = new Map([
  ["", "not_asked"],
  ["skip", "not_asked"],
  ["decline", "declined"],
  ["not sure", "unknown"],
  ["not known", "unknown"],
  ["unknown", "unknown"],
  ["don't know", "unknown"],
  ["dont know", "unknown"],
]);

const YES_NO: ReadonlyMap<string, Answer> = new Map([
  ["y", "yes"],
  ["yes", "yes"],
  ["n", "no"],
  ["no", "no"],
]);

const answerOn = (scale: ResponseScale, word: string): Answer | null => {
  switch (scale.kind) {
    case "yes-no":
      return YES_NO.get(word) ?? null;
    case "scale":
      return pointOn(scale, word);
    case "choice":
      return choiceOf(scale.values, word);
  }
};

const pointOn = ({ min, max }: { readonly min: number; readonly max: number }, word: string): number | null => {
  const point = /^-?\d{1,6}$/u.test(word) ? Number(word) : Number.NaN;
  return point >= min && point <= max ? point : null;
};

const choiceOf = (values: readonly string[], word: string): Answer | null => {
  const choice = values.find((value, at) => value.toLowerCase() === word || String(at + 1) === word);
  return choice === undefined ? null : { choice };
};
