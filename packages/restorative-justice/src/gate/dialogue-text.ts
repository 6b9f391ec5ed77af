import { Citation } from "@victim-rights/core";
import { z } from "zod";

/** Something said in words for a person: no program reads it. */
export const Words = z.string().trim().min(1);

/** What a statement or reading rests on; at least one source. */
export const Cites = z.array(Citation).min(1).readonly();

const Reading = z.strictObject({ says: Words, cites: Cites });

/** Points on which the sources can be read two ways, and which reading the settings take. */
export const Conflicts = z
  .array(z.strictObject({ about: Words, readings: z.array(Reading).min(2).readonly(), taken: Words }))
  .readonly();

/** Settings for `loadDialoguePolicy`, as they were written. */
export const Settings = z.record(z.string(), z.unknown());
