import { Calendar, ChannelId, Citation, JurisdictionId, Source, Verification } from "@victim-rights/core";
import { z } from "zod";
import { FactDefinition } from "../vocabulary/fact-definition.ts";

/** One independent way of registering. Each adds the boolean fact `registration.<id>` to the state's vocabulary. */
export const Channel = z
  .strictObject({
    id: ChannelId,
    title: z.string().min(1),
    heldBy: z.string().min(1).meta({ description: "Who keeps this registration." }),
    how: z.string().min(1).meta({ description: "How a person registers." }),
    question: z.string().min(1).meta({ description: "What to ask when the registration is unknown." }),
    cites: z.array(Citation).min(1),
    verified: Verification,
  })
  .meta({ id: "Channel" });
export type Channel = z.infer<typeof Channel>;

/** An agency as notices and questions name it. Only what a source states: an unknown number stays out. */
export const Agency = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  role: z.string().min(1),
  phone: z.string().min(1).optional(),
  hours: z.string().min(1).optional(),
  verified: Verification,
});
export type Agency = z.infer<typeof Agency>;

/** `jurisdiction.json`: what a state folder declares once. */
export const JurisdictionFile = z
  .strictObject({
    $schema: z.string().optional(),
    id: JurisdictionId,
    name: z.string().min(1),
    agencies: z.array(Agency).min(1),
    sources: z.array(Source).min(1),
    channels: z.array(Channel),
    calendar: Calendar,
    facts: z.array(FactDefinition).default([]).meta({
      description: "Facts this state's rules need beyond the shared vocabulary, such as a statutory list of offenses.",
    }),
    notes: z.array(z.string().min(1)).default([]),
  })
  .meta({ id: "JurisdictionFile" });
export type JurisdictionFile = z.infer<typeof JurisdictionFile>;

/** `law-rows.json`: every notification row of the state's law notes, so that none can be forgotten. */
export const LawRowsFile = z
  .strictObject({
    $schema: z.string().optional(),
    jurisdiction: JurisdictionId,
    rows: z.array(z.strictObject({ id: z.string().min(1), event: z.string().min(1), cite: z.string().min(1) })).min(1),
  })
  .meta({ id: "LawRowsFile" });
export type LawRowsFile = z.infer<typeof LawRowsFile>;

/** Why a row of law has no rule. */
export const NotEncodedReason = z.enum([
  "no-duty",
  "not-read",
  "not-a-victim-notice",
  "proposed-not-enacted",
  "covered-by-other-rows",
]);
export type NotEncodedReason = z.infer<typeof NotEncodedReason>;

/** `not-encoded.json`: the rows that have no rule, each with its reason. */
export const NotEncodedFile = z
  .strictObject({
    $schema: z.string().optional(),
    jurisdiction: JurisdictionId,
    rows: z.array(z.strictObject({ id: z.string().min(1), reason: NotEncodedReason, why: z.string().min(1) })),
  })
  .meta({ id: "NotEncodedFile" });
export type NotEncodedFile = z.infer<typeof NotEncodedFile>;
