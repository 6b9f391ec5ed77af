import { Citation, Source } from "@victim-rights/core";
import { z } from "zod";
import CA from "./profiles/CA.json" with { type: "json" };
import CO from "./profiles/CO.json" with { type: "json" };
import DE from "./profiles/DE.json" with { type: "json" };
import MN from "./profiles/MN.json" with { type: "json" };
import OR from "./profiles/OR.json" with { type: "json" };
import PA from "./profiles/PA.json" with { type: "json" };
import WA from "./profiles/WA.json" with { type: "json" };
import WI from "./profiles/WI.json" with { type: "json" };
import type { LetterPolicy } from "./letter-policy.ts";

const Words = z.string().min(1);
const Cites = z.array(Citation).min(1).readonly();

/** A programme that runs somewhere, as far as it was read. None is a default: a jurisdiction chooses one. */
export const LetterProfile = z.strictObject({
  key: z.string().regex(/^[A-Z]{2}$/u),
  programme: Words,
  note: Words,
  sources: z.array(Source).readonly(),
  /** What the sources say. `verified`: read in a public copy, whose age varies. Nothing recalled is here. */
  statements: z
    .array(z.strictObject({ about: Words, says: Words, mark: z.literal("verified"), cites: Cites }))
    .readonly(),
  /** Points on which nothing was found; there the house's setting stands. */
  notStated: z.array(Words).readonly(),
  /** Points on which the sources can be read two ways, and which reading the settings take. */
  conflicts: z
    .array(
      z.strictObject({
        about: Words,
        readings: z
          .array(z.strictObject({ says: Words, cites: Cites }))
          .min(2)
          .readonly(),
        taken: Words,
      }),
    )
    .readonly(),
  /** Where this library is stricter than the programme, or reads a word of it in its own way. */
  differs: z.array(Words).readonly(),
  /** Settings for `loadLetterPolicy`; each rests on a statement. */
  policy: z.custom<Partial<LetterPolicy>>((value) => typeof value === "object" && value !== null),
  policyRestsOn: z.record(z.string(), Words),
});
export type LetterProfile = Readonly<z.infer<typeof LetterProfile>>;

/** The profiles that a jurisdiction may choose from, by the state's postal code. All are off until one is chosen. */
export const LETTER_PROFILES: ReadonlyMap<string, LetterProfile> = new Map(
  [OR, WA, CO, CA, PA, WI, MN, DE].map((raw) => [raw.key, LetterProfile.parse(raw)]),
);
