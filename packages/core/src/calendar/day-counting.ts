import { z } from "zod";
import { Citation } from "../law/citation.ts";
import { Verification } from "../law/provenance.ts";
import type { LocalDate } from "../time/local-date.ts";

/** How a state's law counts days. A named rule with its citation; `countForward` and `countBackward` follow it. */
export const DayCounting = z
  .strictObject({
    excludeTriggerDay: z
      .boolean()
      .meta({ description: "Whether the day that starts the count (the event or the hearing) is left out of it." }),
    countLastDay: z.boolean().meta({
      description:
        "Whether the last day of the count is itself the date; false for clear days, which put the date one day beyond.",
    }),
    roll: z
      .strictObject({
        forward: z.enum(["none", "weekend-or-holiday"]).meta({
          description: "`weekend-or-holiday`: a date that falls on one moves to the next working day.",
        }),
        backward: z.enum(["none", "never-later"]).meta({
          description:
            "A date before an event stands as counted either way. `never-later` says so in the answer: the law rolls dates forward, and this one is not rolled.",
        }),
      })
      .meta({ description: "What becomes of a date that is not a working day." }),
    shortPeriodSkipsNonWorkingDays: z
      .strictObject({ under: z.int().min(1) })
      .nullable()
      .meta({
        description: "A period of fewer than `under` calendar days counts working days only, in both directions.",
      }),
    cites: z.array(Citation).min(1),
    verified: Verification,
  })
  .meta({ id: "DayCounting" });
export type DayCounting = z.infer<typeof DayCounting>;

/** What is counted. A working day is one that is neither weekend nor legal holiday. */
export type DayUnit = "calendar-day" | "working-day";

/** A count to make: `amount` is whole and at least 1; `from` is the day of the event or the hearing, in the state's zone. */
export type DayCount = { readonly from: LocalDate; readonly amount: number; readonly unit: DayUnit };

/** 1 counts the days after an event, -1 the days before it. */
export type Direction = 1 | -1;

/** Whether a period in calendar days is so short that the law leaves out the days that are not working days. */
export const isShortPeriod = (counting: DayCounting, count: DayCount): boolean =>
  count.unit === "calendar-day" && count.amount < (counting.shortPeriodSkipsNonWorkingDays?.under ?? 0);

/** Whether a count leaves out the days that are not working days: by its unit, or because its period is short. */
export const countsWorkingDays = (counting: DayCounting, count: DayCount): boolean =>
  count.unit === "working-day" || isShortPeriod(counting, count);
