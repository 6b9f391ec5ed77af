import { openScreening } from "@victim-rights/restorative-justice";
import { run, type Surroundings } from "./captured-io.ts";

export const screening = openScreening();

/** The built-in inventory's items, in the order in which they are asked. */
export const ITEMS = screening.inventory.items;

/** What somebody types who is alone and answers everything so that nothing raises concern, follow-ups left out. */
export const QUIET: readonly string[] = [
  "yes",
  ...ITEMS.filter(({ exemption }) => exemption === undefined).map(({ positiveWhen }) =>
    positiveWhen === "no" ? "yes" : "no",
  ),
];

/** The same, but for some items. */
export const quietBut = (answers: Readonly<Record<string, string>>): readonly string[] => [
  "yes",
  ...ITEMS.filter(({ exemption }) => exemption === undefined).map(
    ({ key, positiveWhen }) => answers[key] ?? (positiveWhen === "no" ? "yes" : "no"),
  ),
];

/** Screens somebody who types these lines. */
export const screen = (typed: readonly string[], more: readonly string[] = [], surroundings: Surroundings = {}) =>
  run(["screen", "--by", "advocate-7", "--trained", ...more], {
    stdin: typed.map((line) => `${line}\n`).join(""),
    ...surroundings,
  });

/** What a screen's `--json` holds. */
export type Told = {
  readonly kind: string;
  readonly flags: readonly string[];
  readonly track: string;
  readonly label: string;
  readonly notice: string;
  readonly experimental: string;
  readonly reasons: readonly { readonly raises: string; readonly because: string; readonly item: string | null }[];
};

export const screenJson = async (typed: readonly string[], ...more: readonly string[]): Promise<Told> =>
  JSON.parse((await screen(typed, ["--json", ...more])).out) as Told;

/** A recorded screen in which nothing raises concern. */
export const recorded = (rest: object = {}): Readonly<Record<string, unknown>> => ({
  id: "screen-1",
  instrument: { id: "built-in-inventory", version: screening.inventory.version },
  cutOff: null,
  origin: { kind: "victim_alone", privacy: "confirmed" },
  at: "2025-06-02T11:00:00Z",
  by: { id: "advocate-7", training: "trained" },
  language: "en",
  answers: ITEMS.map(({ key, positiveWhen }) => ({ item: key, answer: positiveWhen === "no" ? "yes" : "no" })),
  ...rest,
});

/** HARK with made-up words: its own are not shipped. */
export const instrumentFile = (rest: object = {}): string =>
  JSON.stringify({
    instrument: { id: "hark", version: "2007" },
    licence: "licence-12",
    training: "course-3",
    language: "es",
    questions: ["humiliated", "afraid", "forced-sex", "hurt"].map((item) => ({ item, asks: `¿${item}?` })),
    ...rest,
  });
