import { z } from "zod";
import { invariant } from "@victim-rights/core";
import type { AnswerSheet } from "./answer.ts";
import type { Instrument } from "./instruments/instrument.ts";
import { readInventory } from "./inventory/read-inventory.ts";
import { INVENTORY_ID } from "./inventory/inventory.ts";
import { instrumentFor, type Screening } from "./open-screening.ts";
import type { Score } from "./score.ts";
import { InstrumentRef, type Screen } from "./screen.ts";
import { resultOf, type ScreenReason, type ScreenResult } from "./screen-result.ts";

/** That an agency has an instrument's text by licence, and its people the training it wants. Names of documents, no text. */
export const InstrumentLicence = z.strictObject({
  instrument: InstrumentRef,
  licence: z.string().min(1),
  training: z.string().min(1),
});
export type InstrumentLicence = z.infer<typeof InstrumentLicence>;

type Drafted = Omit<ScreenReason, "from" | "instrument">;

/**
 * Evaluates a screen that was read. What makes it invalid (no privacy, nobody trained, no licence on file) leaves it
 * incomplete at best, and takes away no concern that was voiced in it (INV-12).
 */
export const evaluateScreen = (
  screening: Screening,
  screen: Screen,
  licences: readonly InstrumentLicence[] = [],
): ScreenResult => {
  const sheet: AnswerSheet = new Map(screen.answers.map(({ item, answer }) => [item, answer]));
  const { reasons, score } =
    screen.instrument.id === INVENTORY_ID
      ? { reasons: readInventory(screening.inventory, sheet), score: null }
      : readPublic(instrumentOf(screening, screen), screen, sheet);
  const all = [...reasons, ...settingReasons(screen, licences)];
  return resultOf({
    reasons: all.map((reason) => ({ ...reason, from: screen.id, instrument: screen.instrument })),
    screens: [basisOf(screen, score)],
  });
};

const instrumentOf = (screening: Screening, screen: Screen): Instrument => {
  const instrument = instrumentFor(screening, screen.instrument);
  invariant(instrument !== undefined, "a screen that was read names a known instrument");
  return instrument;
};

const readPublic = (
  instrument: Instrument,
  screen: Screen,
  sheet: AnswerSheet,
): { readonly reasons: readonly Drafted[]; readonly score: Score | null } => {
  const cutOff = instrument.cutOffs.find(({ id }) => id === screen.cutOff) ?? null;
  const { reasons, score } = instrument.score(sheet, cutOff);
  return { reasons: reasons.map((reason) => ({ ...reason, rule: null, cites: [] })), score };
};

const settingReasons = (screen: Screen, licences: readonly InstrumentLicence[]): readonly Drafted[] => {
  const { origin, by, instrument } = screen;
  const isPrivate = origin.kind === "records" || origin.privacy === "confirmed";
  return [
    ...(isPrivate ? [] : ["privacy-not-confirmed"]),
    ...(by.training === "trained" ? [] : ["screener-not-trained"]),
    ...(isLicensed(instrument, licences) ? [] : ["licence-not-on-file"]),
  ].map((because) => ({ raises: "incomplete", because, item: null, rule: null, cites: [] }));
};

const isLicensed = (ref: InstrumentRef, licences: readonly InstrumentLicence[]): boolean =>
  ref.id === INVENTORY_ID ||
  licences.some(({ instrument }) => instrument.id === ref.id && instrument.version === ref.version);

const basisOf = (screen: Screen, score: Score | null): ScreenResult["screens"][number] => ({
  screen: screen.id,
  instrument: screen.instrument,
  cutOff: screen.cutOff,
  at: screen.at,
  by: screen.by.id,
  score,
});
