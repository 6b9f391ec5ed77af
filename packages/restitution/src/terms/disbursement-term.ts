import { Reading } from "@victim-rights/rules";
import { z } from "zod";
import { isRisingToOpen } from "./fee-formula.ts";
import { PROVISION_NOTES, TERM_FIELDS, Words } from "./provision.ts";

/** How soon money goes out. Where the law gives no number, the word stays. */
export const Pace = z.enum(["monthly", "quarterly", "as-promptly-as-practicable"]);
export type Pace = z.infer<typeof Pace>;

/** How a month and a quarter are counted, and who read the law so. */
export const MonthCount = z.strictObject({
  from: z.enum(["day", "calendar-period"]).meta({
    description:
      "`day`: to the same day of the month, one or three months after the last disbursement or, if later, the day the money came in. `calendar-period`: by the end of a month or quarter of the calendar.",
  }),
  reading: Reading,
});
export type MonthCount = z.infer<typeof MonthCount>;

/** One provision on when money that is held goes out, by the size of the balance. */
export const DisbursementTerm = z
  .strictObject({
    ...TERM_FIELDS,
    by: Words.meta({ description: "Who holds the money and pays it out." }),
    tiers: z
      .array(z.strictObject({ upToCents: z.int().min(1).nullable(), pace: Pace }))
      .min(1)
      .refine((tiers) => isRisingToOpen(tiers.map(({ upToCents }) => upToCents)), {
        error: "write bounds that rise from tier to tier, and `null` for the last",
      })
      .meta({ description: "A balance of exactly `upToCents` is still in the tier." }),
    months: MonthCount.optional(),
    ...PROVISION_NOTES,
  })
  .refine(({ tiers, months }) => months !== undefined || tiers.every(({ pace }) => !isCounted(pace)), {
    error: "write how months are counted, and by whose reading",
    path: ["months"],
  })
  .meta({ id: "DisbursementTerm" });
export type DisbursementTerm = z.infer<typeof DisbursementTerm>;

const isCounted = (pace: Pace): boolean => pace !== "as-promptly-as-practicable";
