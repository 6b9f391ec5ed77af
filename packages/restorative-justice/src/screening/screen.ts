import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { Answer, ItemKey } from "./answer.ts";

/** One screening as the programme numbers it. */
export const ScreenId = z.string().trim().min(1).max(200).brand<"ScreenId">();
export type ScreenId = z.infer<typeof ScreenId>;

/** An instrument by name and version, as stored with every screen. */
export const InstrumentRef = z.strictObject({ id: z.string().min(1), version: z.string().min(1) });
export type InstrumentRef = z.infer<typeof InstrumentRef>;

/** The answer to one item. */
export const ItemAnswer = z.strictObject({ item: ItemKey, answer: Answer });
export type ItemAnswer = z.infer<typeof ItemAnswer>;

/**
 * Where answers come from. `victim_alone` is the victim with nobody who may report back, and says whether privacy was
 * confirmed (INV-12); the offender's side is never asked. `records` is for what is scored from files.
 */
export const ScreenOrigin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("victim_alone"), privacy: z.enum(["confirmed", "not_confirmed"]) }),
  z.strictObject({ kind: z.literal("records"), documents: z.array(z.string().min(1)).min(1) }),
]);
export type ScreenOrigin = z.infer<typeof ScreenOrigin>;

/** Who screened, and whether they were trained for this instrument. */
export const Screener = z.strictObject({ id: z.string().min(1), training: z.enum(["trained", "not_trained"]) });
export type Screener = z.infer<typeof Screener>;

/** One screening: what was answered, in which setting, when, by whom, and with which instrument and cut-off. */
export const Screen = z
  .strictObject({
    id: ScreenId,
    instrument: InstrumentRef,
    /** The cut-off chosen, by its id; `null` where the instrument has none. */
    cutOff: z.string().min(1).nullable(),
    origin: ScreenOrigin,
    at: Instant,
    by: Screener,
    /** The language it was held in, as a tag: `en`, `es-MX`. It should be the person's own. */
    language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, "write a language tag, such as `en`"),
    answers: z.array(ItemAnswer),
  })
  .brand<"Screen">();
export type Screen = z.infer<typeof Screen>;
