import { JurisdictionId, ZoneId } from "@victim-rights/core";
import { z } from "zod";
import { EventCodeAt, EventMeaning, OffenseCodeAt } from "./code-table.ts";
import { ChannelAt, ContactAt, SafeContactAt } from "./contact-at.ts";
import { ColumnName, FactsAt, FieldAt, Literal } from "./field-at.ts";
import { FileFormat, Match } from "./file-shape.ts";
import { MomentAt } from "./moment-at.ts";
import { EVENT_TARGETS, OFFENSE_TARGETS, REGISTRATION_TARGETS } from "./target.ts";

const keysOf = <K extends string>(targets: Readonly<Record<K, unknown>>) => z.enum(Object.keys(targets) as [K, ...K[]]);

const identity = {
  name: z.string().min(1).max(40).meta({
    description: "What the source is called in messages and reports, and the first part of its records' ids.",
  }),
  match: Match,
};

const keyed = {
  ...identity,
  format: FileFormat,
  key: z
    .array(ColumnName)
    .min(1)
    .optional()
    .meta({ description: "The columns that together name one record. Rows with one key are states of one record." }),
  stamp: z.array(MomentAt).min(1).optional().meta({
    description:
      "Where a row says when it was last changed. The latest of those that hold a date counts: give the update stamp and the creation stamp. A later stamp replaces an earlier one.",
  }),
};

/** Rows of one person on one day that together say one thing. */
export const ReadTogether = z
  .strictObject({
    codes: z.array(z.string().min(1)).min(2).meta({
      description:
        "Codes that stand on one person's rows of one day, in this order by sequence; a trailing `*` stands for any ending.",
    }),
    means: EventMeaning.meta({ description: "What they say together. It takes the place of what each says alone." }),
    why: z.string().min(1).meta({ description: "Why they are one thing; shown beside the count of rows read so." }),
  })
  .meta({ id: "ReadTogether" });
export type ReadTogether = z.infer<typeof ReadTogether>;

const eventFields = {
  ...keyed,
  fields: z.partialRecord(keysOf(EVENT_TARGETS), FieldAt).default({}),
  constants: z
    .partialRecord(keysOf(EVENT_TARGETS), Literal)
    .default({})
    .meta({ description: "Values that hold for every row; a code or a column that says otherwise stands." }),
  code: EventCodeAt.optional(),
  occurred: MomentAt.optional().meta({ description: "When it happened." }),
  scheduled: MomentAt.optional().meta({ description: "When the hearing, release or proceeding is set for." }),
  sequence: z
    .strictObject({
      column: ColumnName,
      within: z
        .array(ColumnName)
        .default([])
        .meta({ description: "Columns within which the numbers run, besides the person: a cycle or a stay." }),
    })
    .optional()
    .meta({
      description: "The number that orders one person's rows: rows of one day are read together and in this order.",
    }),
  readTogether: z.array(ReadTogether).default([]).meta({
    description: "Rows of one person on one day that say something together which none says alone. Needs `sequence`.",
  }),
  withdrawn: z
    .strictObject({
      column: ColumnName,
      values: z
        .array(z.string().min(1))
        .min(1)
        .meta({ description: "The values as the column holds them; letter case matters." }),
    })
    .optional()
    .meta({ description: "The column and the values that say the row's event was entered by mistake or called off." }),
  facts: FactsAt.default({}),
};

export const EventSource = z.strictObject({ kind: z.enum(["events", "schedule"]), ...eventFields }).meta({
  id: "EventSource",
  description: "A feed of custody events, or a schedule of hearings: `schedule` is read exactly as `events`.",
});
export type EventSource = z.infer<typeof EventSource>;

export const OffenseSource = z
  .strictObject({
    kind: z.literal("offenses"),
    ...keyed,
    fields: z.partialRecord(keysOf(OFFENSE_TARGETS), FieldAt).default({}),
    constants: z.partialRecord(keysOf(OFFENSE_TARGETS), Literal).default({}),
    code: OffenseCodeAt.optional(),
    categories: FactsAt.default({}).meta({
      description: "Yes-or-no facts about the offense, each read from a column.",
    }),
  })
  .meta({ id: "OffenseSource", description: "The offenses of the people under supervision." });
export type OffenseSource = z.infer<typeof OffenseSource>;

export const RegistrationSource = z
  .strictObject({
    kind: z.literal("registrations"),
    ...keyed,
    fields: z.partialRecord(keysOf(REGISTRATION_TARGETS), FieldAt).default({}),
    constants: z.partialRecord(keysOf(REGISTRATION_TARGETS), Literal).default({}),
    channels: z.array(ChannelAt).default([]).meta({
      description: "The state's registration channels that the file records. One that is not mapped stays unknown.",
    }),
    contacts: z
      .array(ContactAt)
      .default([])
      .meta({ description: "The ways to reach the person. They go into `notices.jsonl` and into no message." }),
    safeContact: SafeContactAt.default({ neverUse: [] }),
    facts: FactsAt.default({}),
  })
  .meta({
    id: "RegistrationSource",
    description: "Who registered, about whom, how they can be reached and what is safe.",
  });
export type RegistrationSource = z.infer<typeof RegistrationSource>;

export const IgnoredSource = z
  .strictObject({
    kind: z.literal("ignored"),
    ...identity,
    reason: z.string().min(1).meta({ description: "Why the file is not read." }),
  })
  .meta({ id: "IgnoredSource", description: "A file that arrives with the others and holds nothing that is needed." });
export type IgnoredSource = z.infer<typeof IgnoredSource>;

export const Source = z.discriminatedUnion("kind", [EventSource, OffenseSource, RegistrationSource, IgnoredSource]);
export type Source = z.infer<typeof Source>;
export type ReadableSource = Exclude<Source, IgnoredSource>;

/** How one agency's own exports are read: which file is what, and which column and code means what. */
export const Mapping = z
  .strictObject({
    $schema: z.string().optional(),
    jurisdiction: JurisdictionId.meta({
      description: "The state whose law the plan is made under, as its folder is called.",
    }),
    zone: ZoneId.meta({
      description: "The IANA zone on whose clock the files' dates and times stand, such as `America/Chicago`.",
    }),
    note: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "For readers of the mapping: where the layout comes from, who checked it." }),
    placeholders: z.record(z.string().min(1), z.string().min(1)).optional().meta({
      description:
        "Dates that are no dates, and what each is taken to mean. Given, it replaces the usual list (0, 19000000, 20000000, 66666666, 77777777, 88888888, 99999999). They are read as no date and never rejected.",
    }),
    sources: z
      .array(Source)
      .min(1)
      .meta({ description: "The kinds of file that the agency exports, each with how it is recognised and read." }),
  })
  .meta({ id: "Mapping" });
export type Mapping = z.infer<typeof Mapping>;
