import type { ScreenItem } from "../screen-item.ts";
import type { CutOff } from "../score.ts";
import type { Instrument } from "./instrument.ts";
import { readSum } from "./sum-range.ts";

const scaled = (key: string, concept: string): ScreenItem => ({
  key,
  concept,
  response: { kind: "scale", min: 1, max: 5 },
});

const HITS_ITEMS: readonly ScreenItem[] = [
  scaled("hurts", "a partner hurts physically"),
  scaled("insults", "a partner insults or belittles"),
  scaled("threatens", "a partner threatens harm"),
  scaled("screams", "a partner screams or curses"),
];

const HITS_1998: CutOff = {
  id: "original-1998",
  atLeast: 11,
  population: "160 women in family practice and 99 women known to be victims",
  accuracy: "91% of patients and 96% of victims classed rightly; the cut is 10.5",
  citation: "Sherin et al. 1998, Fam Med 30(7):508-512",
  checkedIn: "HITS-98, abstract",
};

const HITS_2005: CutOff = {
  id: "men-2005",
  atLeast: 11,
  population: "78 men who were not victims and 17 men who were",
  accuracy: "sensitivity 88%, specificity 97%",
  citation: "Shakil et al. 2005, Fam Med 37(3):193-198",
  checkedIn: "HITS-05, abstract",
};

const HITS_2013: CutOff = {
  id: "women-veterans-2013",
  atLeast: 6,
  population: "160 women in veterans' health care, against the CTS-2, past year",
  accuracy: "sensitivity 78%, specificity 80%, PPV .61, NPV .90",
  citation: "Iverson et al. 2013, JGIM 28(10):1288-93",
  checkedIn: "HITS-13, abstract",
};

const LICENCE =
  "Public sources contradict each other (public domain; a fee by the author; author's copyright for commercial use): ask for permission.";

/** HITS: four items from 1 (never) to 5 (frequently), summed. Three cut-offs are in use, and the one chosen is stored. */
export const HITS: Instrument = {
  id: "hits",
  version: "1998",
  title: "HITS",
  items: HITS_ITEMS,
  rule: "the sum of four items, 4 to 20, at or above the cut-off chosen",
  cutOffs: [HITS_1998, HITS_2005, HITS_2013],
  population: HITS_1998.population,
  accuracy: HITS_1998.accuracy,
  citation: HITS_1998.citation,
  licence: LICENCE,
  textSupplied: false,
  origin: "victim_alone",
  score: (sheet, cutOff) => readSum(HITS_ITEMS, sheet, { cutOff }),
};

const E_HITS_ITEMS: readonly ScreenItem[] = [...HITS_ITEMS, scaled("forces-sex", "a partner forces sexual activity")];

const E_HITS_2015: CutOff = {
  id: "women-veterans-2015",
  atLeast: 7,
  population: "80 women in veterans' health care",
  accuracy: "sensitivity .75, specificity .82",
  citation: "Iverson et al. 2015, J Trauma Stress 28(1):79-82",
  checkedIn: "EHITS, abstract",
};

/** E-HITS: HITS and one item on forced sex, summed. */
export const E_HITS: Instrument = {
  id: "e-hits",
  version: "2015",
  title: "E-HITS",
  items: E_HITS_ITEMS,
  rule: "the sum of five items, 5 to 25, at or above 7",
  cutOffs: [E_HITS_2015],
  population: E_HITS_2015.population,
  accuracy: E_HITS_2015.accuracy,
  citation: E_HITS_2015.citation,
  licence: LICENCE,
  textSupplied: false,
  origin: "victim_alone",
  score: (sheet, cutOff) => readSum(E_HITS_ITEMS, sheet, { cutOff }),
};
