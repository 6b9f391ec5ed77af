import fc from "fast-check";
import type { Answer, AnswerSheet } from "../answer.ts";
import type { ScreenItem } from "../screen-item.ts";

const NO_ANSWERS = ["unknown", "declined", "not_asked"] as const;

/** The answers that an item's scale knows. */
export const scaleAnswers = ({ response }: ScreenItem): readonly Answer[] => {
  switch (response.kind) {
    case "yes-no":
      return ["yes", "no"];
    case "scale":
      return Array.from({ length: response.max - response.min + 1 }, (_, at) => response.min + at);
    case "choice":
      return response.values.map((choice) => ({ choice }));
  }
};

/** An answer to an item: mostly one of its scale, sometimes none, sometimes that it does not apply, rightly or not. */
export const arbitraryAnswer = (item: ScreenItem): fc.Arbitrary<Answer> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...scaleAnswers(item)) },
    { weight: 1, arbitrary: fc.constantFrom<Answer>(...NO_ANSWERS) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Answer>(
        { notApplicable: item.exemption?.reason ?? "not-wanted" },
        { notApplicable: "some-other-reason" },
      ),
    },
  );

/** The answer to an item that raises least concern. Every scale of ours but one (WEB printed the other way) rises. */
export const quietAnswer = (item: ScreenItem): Answer => {
  if (item.positiveWhen !== undefined) return item.positiveWhen === "yes" ? "no" : "yes";
  return scaleAnswers(item)[0] ?? "not_asked";
};

/** Answers to items, of which some may have none: often all quiet but for a few, so that every kind of result comes up. */
export const arbitrarySheet = (items: readonly ScreenItem[]): fc.Arbitrary<AnswerSheet> =>
  fc.oneof(
    fc.tuple(...items.map(arbitraryAnswer)).map((answers) => sheetOf(items, answers)),
    fc
      .tuple(fc.subarray([...items], { maxLength: Math.min(3, items.length) }), fc.tuple(...items.map(arbitraryAnswer)))
      .map(([loud, answers]) =>
        sheetOf(
          items,
          items.map((item, at) => (loud.includes(item) ? answers[at] : quietAnswer(item))),
        ),
      ),
  );

const sheetOf = (items: readonly ScreenItem[], answers: readonly (Answer | undefined)[]): AnswerSheet =>
  new Map(items.map(({ key }, at) => [key, answers[at] ?? "not_asked"]));
