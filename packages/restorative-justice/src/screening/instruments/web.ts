import type { ScreenItem } from "../screen-item.ts";
import type { CutOff } from "../score.ts";
import type { Instrument } from "./instrument.ts";
import { readSum } from "./sum-range.ts";

const CONCEPTS = [
  ["unsafe-at-home", "feels unsafe at home"],
  ["ashamed", "feels ashamed of what is done to her"],
  ["avoids-upsetting", "avoids upsetting out of fear"],
  ["trained-reactions", "feels trained to react"],
  ["imprisoned", "feels imprisoned"],
  ["powerless", "feels powerless"],
  ["hides-truth", "hides the truth out of fear"],
  ["owned", "feels owned"],
  ["scared-untouched", "can be scared without a touch"],
  ["terrifying-look", "a look alone terrifies"],
] as const;

const ITEMS: readonly ScreenItem[] = CONCEPTS.map(([key, concept]) => ({
  key,
  concept,
  response: { kind: "scale", min: 1, max: 6 },
}));

const AT_LEAST_20: CutOff = {
  id: "total-20",
  atLeast: 20,
  population: "185 battered women and 204 who were not",
  accuracy: "found more cases than a scale of physical violence, which alone missed almost 45%",
  citation: "Smith, Earp, DeVellis 1995, Womens Health 1(4):273-88",
  checkedIn: "WEB-sum, a summary; WEB-Coker for the comparison",
};

const web = (version: string, printed: string, points: (answer: number) => number): Instrument => ({
  id: "web",
  version,
  title: "Women's Experience with Battering",
  items: ITEMS,
  rule: `ten items of agreement from 1 to 6, ${printed}; the strongest agreement counts 6; the sum, 10 to 60, at or above 20`,
  cutOffs: [AT_LEAST_20],
  population: `${AT_LEAST_20.population}; not validated for male victims or same-sex couples`,
  accuracy: AT_LEAST_20.accuracy,
  citation: AT_LEAST_20.citation,
  licence: "The author's form circulates; its terms were not verified: ask for permission.",
  textSupplied: false,
  origin: "victim_alone",
  score: (sheet, cutOff) => readSum(ITEMS, sheet, { cutOff, points }),
});

/** WEB on a form that prints the strongest agreement as 6. */
export const WEB_AGREE_6: Instrument = web("1995-agree-6", "printed with strongest agreement as 6", (answer) => answer);

/** WEB on a form that prints the strongest agreement as 1: every answer is turned round before it is summed. */
export const WEB_AGREE_1: Instrument = web(
  "1995-agree-1",
  "printed with strongest agreement as 1 and turned round",
  (answer) => 7 - answer,
);
