import type { ScreenItem } from "../screen-item.ts";
import type { Instrument } from "./instrument.ts";
import { readAnyPositive } from "./read-yes-no.ts";

const item = (key: string, concept: string): ScreenItem => ({
  key,
  concept: `a partner or former partner, last year: ${concept}`,
  response: { kind: "yes-no" },
  positiveWhen: "yes",
});

const ITEMS: readonly ScreenItem[] = [
  item("humiliated", "humiliated or emotionally abused"),
  item("afraid", "afraid of them"),
  item("forced-sex", "forced sex"),
  item("hurt", "physically hurt"),
];

/** HARK: four questions on the last year, of which one yes is enough. */
export const HARK: Instrument = {
  id: "hark",
  version: "2007",
  title: "HARK",
  items: ITEMS,
  rule: "one yes is enough",
  cutOffs: [],
  population: "232 women in general practice in east London, against the CAS",
  accuracy: "sensitivity 81%, specificity 95%, PPV 83%, NPV 94%",
  citation: "Sohal, Eldridge, Feder 2007, BMC Fam Pract 8:49",
  licence: "The article is open; terms of reuse were not verified: ask for permission.",
  textSupplied: false,
  origin: "victim_alone",
  score: (sheet) => readAnyPositive(ITEMS, sheet),
};
