import { ChannelId, ContactMethod } from "@victim-rights/core";
import { z } from "zod";
import { ColumnName, FieldAt } from "./field-at.ts";
import { TimeFormat } from "./read-time.ts";

/** One channel of registration: its status and since when. */
export const ChannelAt = z
  .strictObject({
    channel: ChannelId.meta({ description: "The channel, as the state's `jurisdiction.json` calls it." }),
    status: FieldAt.meta({
      description: "The values are `active`, `pending`, `withdrawn`, `none` and `unknown`; blank is unknown.",
    }),
    since: FieldAt.optional(),
  })
  .meta({
    id: "ChannelAt",
    description:
      "One of the state's registration channels. A channel that is not mapped was never recorded: it stays unknown.",
  });
export type ChannelAt = z.infer<typeof ChannelAt>;

/** One way to reach the person. A row whose value columns are blank has no such contact. */
export const ContactAt = z
  .strictObject({
    method: ContactMethod,
    value: z
      .strictObject({
        columns: z
          .array(ColumnName)
          .min(1)
          .meta({ description: "The columns that together are the address or number, in order." }),
        join: z
          .string()
          .default(", ")
          .meta({ description: "What stands between the columns; blank ones are left out." }),
      })
      .meta({ description: "The address or number itself." }),
    currency: FieldAt.optional().meta({
      description:
        "The values are `current`, `returned`, `stale` and `unknown`; blank or not mapped is unknown, which is not current.",
    }),
    confirmedOn: FieldAt.optional(),
    preference: z
      .union([z.int().min(1), FieldAt])
      .optional()
      .meta({ description: "The person's own ranking, 1 first: a number, or the column that holds it." }),
  })
  .meta({ id: "ContactAt" });
export type ContactAt = z.infer<typeof ContactAt>;

const HourAt = z.strictObject({ column: ColumnName, format: TimeFormat });

/** What the person has said is safe. */
export const SafeContactAt = z
  .strictObject({
    hours: z
      .strictObject({
        from: HourAt.meta({ description: "From when contact is safe." }),
        to: HourAt.meta({ description: "Until when contact is safe." }),
      })
      .optional()
      .meta({
        description:
          "The hours when contact is safe, on the local clock; both blank states no limit, one blank rejects the row.",
      }),
    doNotLeaveMessage: FieldAt.optional().meta({
      description: "Blank or not mapped is read as yes: a message is left only where the record says it is safe.",
    }),
    neverUse: z
      .array(z.strictObject({ method: ContactMethod, when: FieldAt }))
      .default([])
      .meta({
        description:
          "Methods the person ruled out, each with the yes-or-no column that says so. Blank does not rule a method out.",
      }),
    alternate: z
      .strictObject({ column: ColumnName })
      .optional()
      .meta({ description: "A person or advocate through whom contact is safe." }),
  })
  .meta({ id: "SafeContactAt" });
export type SafeContactAt = z.infer<typeof SafeContactAt>;
