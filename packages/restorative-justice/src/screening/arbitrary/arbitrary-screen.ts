import { type Instant, instantAt, epochMilliseconds } from "@victim-rights/core";
import fc from "fast-check";
import type { AnswerSheet } from "../answer.ts";
import { INVENTORY_ID } from "../inventory/inventory.ts";
import type { Screening } from "../open-screening.ts";
import { type InstrumentRef, Screen } from "../screen.ts";
import type { ScreenItem } from "../screen-item.ts";
import { arbitrarySheet } from "./arbitrary-answers.ts";

/** What a made-up screen is like. */
export type ScreenShape = { readonly now: Instant; readonly screening: Screening };

/** A form that a screen may follow: the inventory or a public instrument, with one of its cut-offs. */
export type ScreenForm = {
  readonly ref: InstrumentRef;
  readonly items: readonly ScreenItem[];
  readonly cutOff: string | null;
  readonly origin: "victim_alone" | "records";
};

/** Every form that a screening knows, the inventory first. */
export const screenForms = ({ inventory, instruments }: Screening): readonly [ScreenForm, ...ScreenForm[]] => [
  {
    ref: { id: INVENTORY_ID, version: inventory.version },
    items: inventory.items,
    cutOff: null,
    origin: "victim_alone",
  },
  ...instruments.flatMap(({ id, version, items, cutOffs, origin }) =>
    (cutOffs.length === 0 ? [null] : cutOffs.map((cutOff) => cutOff.id)).map((cutOff) => ({
      ref: { id, version },
      items,
      cutOff,
      origin,
    })),
  ),
];

const DAY_MS = 86_400_000;

/** A screen by a form, at most 120 days old, private or not, by somebody trained or not. Its answers may be anything. */
export const arbitraryScreenBy = (form: ScreenForm, { now }: ScreenShape): fc.Arbitrary<Screen> =>
  fc
    .record({
      id: fc.integer({ min: 1, max: 999_999 }),
      sheet: arbitrarySheet(form.items),
      privacy: fc.constantFrom("confirmed", "confirmed", "confirmed", "not_confirmed"),
      training: fc.constantFrom("trained", "trained", "trained", "not_trained"),
      days: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 120 })),
    })
    .map(({ id, sheet, privacy, training, days }) =>
      Screen.parse({
        id: `screen-${id}`,
        instrument: form.ref,
        cutOff: form.cutOff,
        origin:
          form.origin === "records" ? { kind: "records", documents: ["file-1"] } : { kind: "victim_alone", privacy },
        at: instantAt(epochMilliseconds(now) - days * DAY_MS),
        by: { id: "advocate-1", training },
        language: "en",
        answers: answersOf(sheet),
      }),
    );

/** A screen by any form. */
export const arbitraryScreen = (shape: ScreenShape): fc.Arbitrary<Screen> =>
  fc.oneof(...screenForms(shape.screening).map((form) => arbitraryScreenBy(form, shape)));

/** A sheet as a record holds it. */
export const answersOf = (sheet: AnswerSheet): Screen["answers"] =>
  [...sheet].map(([item, answer]) => ({ item, answer }));
