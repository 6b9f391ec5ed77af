import { z } from "zod";
import { ColumnName } from "./field-at.ts";
import { DateFormat } from "./read-date.ts";
import { TimeFormat } from "./read-time.ts";

/**
 * How a date and time in one column are written.
 * - `instant`: ISO 8601 with an offset or `Z`; it is read in the mapping's zone.
 * - the others: the local date and time with a blank or a `T` between, on the agency's own clock.
 */
export const DateTimeFormat = z.enum(["instant", "YYYY-MM-DD HH:MM", "MM/DD/YYYY HH:MM", "MM/DD/YYYY h:MM AM"]);
export type DateTimeFormat = z.infer<typeof DateTimeFormat>;

/** Where a day and, if recorded, a clock time stand. */
export const MomentAt = z
  .union([
    z.strictObject({
      date: z
        .strictObject({ column: ColumnName, format: DateFormat })
        .meta({ description: "The column that holds the day, and how it is written." }),
      time: z
        .strictObject({
          column: ColumnName,
          format: TimeFormat,
          none: z
            .array(z.string())
            .default([])
            .meta({ description: "Values that mean no time was recorded, such as `9999`. Blank always does." }),
        })
        .optional()
        .meta({ description: "The column that holds the clock time, and how it is written." }),
    }),
    z.strictObject({ column: ColumnName, format: DateTimeFormat }),
  ])
  .meta({
    id: "MomentAt",
    description:
      "Where a day and, if recorded, a clock time stand: a date column with an optional time column, or one column that holds both.",
  });
export type MomentAt = z.infer<typeof MomentAt>;
