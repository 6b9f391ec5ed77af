import { Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import {
  type Answer,
  evaluateScreen,
  INVENTORY_ID,
  loadScreeningPolicy,
  openScreening,
  readScreen,
  type ScreenResult,
} from "../src/index.ts";
import { quietAnswer, screenForms } from "../src/testing.ts";

/** The moment of every test that names none. */
export const NOW = Instant.parse("2026-11-22T12:00:00Z");
/** An hour before `NOW`. */
export const EARLIER = Instant.parse("2026-11-22T11:00:00Z");

/** What every test screens with. */
export const screening = openScreening();

/** Every instrument's licence on file. */
export const licences = screening.instruments.map(({ id, version }) => ({
  instrument: { id, version },
  licence: "licence-1",
  training: "training-1",
}));

/** An agency that excludes intimate-partner cases, and one that sends them to specialists. */
export const excluded = Result.getOrThrow(loadScreeningPolicy({}));
/** An agency that sends intimate-partner cases to specialists. */
export const specialistOnly = Result.getOrThrow(loadScreeningPolicy({ ipvPolicy: "specialist_only" }));

type Answers = Readonly<Record<string, Answer>>;

/** A screen's record as a programme would store it. */
export const rawScreen = (instrument: string, answers: Answers, rest: Readonly<Record<string, unknown>> = {}) => {
  const [id = "", version = ""] = instrument.split(" ");
  return {
    id: `screen-${id}`,
    instrument: { id, version },
    cutOff: null,
    origin: { kind: "victim_alone", privacy: "confirmed" },
    at: EARLIER,
    by: { id: "advocate-1", training: "trained" },
    language: "en",
    answers: Object.entries(answers).map(([item, answer]) => ({ item, answer })),
    ...rest,
  };
};

/** What a screen comes to, read and evaluated. */
export const screened = (
  instrument: string,
  answers: Answers,
  rest: Readonly<Record<string, unknown>> = {},
): ScreenResult =>
  evaluateScreen(
    screening,
    Result.getOrThrow(readScreen(rawScreen(instrument, answers, rest), { screening, now: NOW })),
    licences,
  );

/** The inventory as screens name it. */
export const INVENTORY = `${INVENTORY_ID} ${screening.inventory.version}`;

const quietAnswers = (instrument: string): Answers => {
  const form = screenForms(screening).find(({ ref }) => `${ref.id} ${ref.version}` === instrument);
  return Object.fromEntries((form?.items ?? []).map((item) => [item.key, quietAnswer(item)]));
};

/** Every item of an instrument answered with what raises least concern, but for those given. */
export const quietBut = (instrument: string, answers: Answers = {}): Answers => ({
  ...quietAnswers(instrument),
  ...answers,
});
