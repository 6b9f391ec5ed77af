import { type AnswerSheet, answerTo, isUnanswered, isNotApplicable } from "../answer.ts";
import type { ScreenItem } from "../screen-item.ts";
import type { Instrument, ReasonDraft } from "./instrument.ts";
import { missingReasons } from "./missing-reasons.ts";
import { isPositive, readAnyPositive } from "./read-yes-no.ts";

const item = (key: string, concept: string): ScreenItem => ({
  key,
  concept,
  response: { kind: "yes-no" },
  positiveWhen: "yes",
});

/** One yes to any of these triggers. */
const FIRST: readonly ScreenItem[] = [
  item("q1", "a weapon used or threatened"),
  item("q2", "a threat to kill the victim or children"),
  item("q3", "the victim thinks the person might try to kill"),
];

const STRANGULATION = item("q5", "choking, ever");

/** Four yes answers to these trigger. */
const SECOND: readonly ScreenItem[] = [
  item("q4", "has a gun or can easily get one"),
  STRANGULATION,
  item("q6", "violent or constant jealousy, or control of daily life"),
  item("q7", "left or separated"),
  item("q8", "unemployed"),
  item("q9", "threatened or attempted suicide"),
  item("q10", "a child who is not the other person's"),
  item("q11", "follows, spies or leaves threats"),
];

const ENOUGH_OF_SECOND = 4;

/** The open question on what worries most, or the responder's own belief. */
const BELIEF: ScreenItem = item("belief", "the responder believes there is high danger, also from the open question");

const SINGLES = [...FIRST, BELIEF];
const ITEMS = [...FIRST, ...SECOND, BELIEF];

const isOpen =
  (sheet: AnswerSheet) =>
  ({ key }: ScreenItem): boolean => {
    const answer = answerTo(sheet, key);
    return isUnanswered(answer) || isNotApplicable(answer);
  };

const isYes =
  (sheet: AnswerSheet) =>
  (each: ScreenItem): boolean =>
    isPositive(each, sheet);

const triggerReasons = (sheet: AnswerSheet): readonly ReasonDraft[] => {
  const single = SINGLES.find(isYes(sheet));
  if (single !== undefined) return [{ raises: "escalate", because: "triggered", item: single.key }];
  const count = SECOND.filter(isYes(sheet)).length;
  if (count >= ENOUGH_OF_SECOND) return [{ raises: "escalate", because: "triggered", item: null }];
  const couldCount = count + SECOND.filter(isOpen(sheet)).length;
  return SINGLES.some(isOpen(sheet)) || couldCount >= ENOUGH_OF_SECOND
    ? [{ raises: "escalate", because: "could-be-triggered", item: null }]
    : [];
};

const LICENCE =
  "Copyright of its makers, the Maryland network against domestic violence; training for teams of police and a domestic-violence programme, with free technical help.";

/**
 * The Lethality Screen, first version: its trigger rule. What is missing counts against closing the question: where it
 * could trigger, the case goes to a specialist (house rule).
 */
export const LAP_V1: Instrument = {
  id: "lap-lethality-screen",
  version: "1",
  title: "Lethality Screen for First Responders",
  items: ITEMS,
  rule: "any yes to q1 to q3, or four of q4 to q11, or the responder's belief; where missing answers could trigger it, it goes to a specialist",
  cutOffs: [],
  population: "254 women at police scenes",
  accuracy: "sensitivity 92 to 93%, NPV 93 to 96%, specificity 21%",
  citation: "Messing et al. 2017, JIV 32(2):205-226",
  licence: LICENCE,
  textSupplied: false,
  origin: "victim_alone",
  score: (sheet) => ({ reasons: [...triggerReasons(sheet), ...missingReasons(ITEMS, sheet)], score: null }),
};

/** LAP 2.0 as far as it was verified: strangulation alone is high danger. A no to it says nothing of the rest. */
export const LAP_2: Instrument = {
  id: "lap-lethality-screen",
  version: "2.0-strangulation",
  title: "Lethality Screen 2.0, its strangulation item",
  items: [STRANGULATION],
  rule: "strangulation alone is high danger; the rest of the revised rule was not verified and is not scored",
  cutOffs: [],
  population: "234 people in one state",
  accuracy: "sensitivity 84 to 93%, specificity 14 to 16%, NPV 47 to 94%, PPV 12 to 63%",
  citation: "National Institute of Justice library, abstract on LAP 2.0",
  licence: LICENCE,
  textSupplied: false,
  origin: "victim_alone",
  score: (sheet) => readAnyPositive([STRANGULATION], sheet),
};
