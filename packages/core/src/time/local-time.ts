import { z } from "zod";

/**
 * A clock time without a day or a zone: `HH:MM`, or `HH:MM:SS` when the seconds are not zero. `08:30:00` is accepted
 * and becomes `08:30`, so equal times are equal text, and text order is time order.
 */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/u, "write a time as HH:MM or HH:MM:SS, such as `08:30`")
  .overwrite((text) => text.replace(/^(\d\d:\d\d):00$/u, "$1"))
  .brand<"LocalTime">();
export type LocalTime = z.infer<typeof LocalTime>;

/** The first time of a day, `00:00`. */
export const MIDNIGHT: LocalTime = LocalTime.parse("00:00");
