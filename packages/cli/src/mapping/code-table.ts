import { Custodian, CustodyPhase, EventKind, OffenseClass, OffenseCompletion, ReleaseType } from "@victim-rights/core";
import { z } from "zod";
import { ColumnName, Literal } from "./field-at.ts";

const name = z
  .string()
  .min(1)
  .optional()
  .meta({ description: "The agency's own name for the code, for readers of the mapping." });

/** What a code of the custody record means. */
export const EventMeaning = z
  .union([
    z.strictObject({
      name,
      event: EventKind,
      releaseType: ReleaseType.optional(),
      custodian: Custodian.optional(),
      phase: CustodyPhase.optional(),
      facts: z.record(z.string(), Literal).optional().meta({ description: "Further facts that the code states." }),
    }),
    z.strictObject({
      name,
      noNotice: z.string().min(1).meta({
        description: "Why a row with this code never is an event. A correction to such a code withdraws the event.",
      }),
    }),
  ])
  .meta({ id: "EventMeaning" });
export type EventMeaning = z.infer<typeof EventMeaning>;

/** What an offense code means: the categories it settles, `true` or `false`. A category that is not named stays unknown. */
export const OffenseMeaning = z
  .union([
    z.strictObject({
      name,
      categories: z
        .record(z.string(), z.boolean())
        .meta({ description: "The categories that the code settles, by the fact's name: `true` or `false`." }),
      class: OffenseClass.optional(),
      completion: OffenseCompletion.optional(),
    }),
    z.strictObject({
      name,
      noCategory: z
        .string()
        .min(1)
        .meta({ description: "Why the code settles no category; the offense is kept with all of them unknown." }),
    }),
  ])
  .meta({ id: "OffenseMeaning" });
export type OffenseMeaning = z.infer<typeof OffenseMeaning>;

const codesOf = <T extends z.ZodType>(meaning: T) =>
  z.record(z.string().trim().min(1), meaning).meta({
    description:
      "Codes and their meanings. A key that ends in `*` stands for every code that begins so; the longest one that fits is used.",
  });

export const EventCodes = codesOf(EventMeaning);
const OffenseCodes = codesOf(OffenseMeaning);

/** A code table in a file of its own, so that several mappings may share it. */
export const EventCodeFile = z
  .strictObject({ $schema: z.string().optional(), codes: EventCodes })
  .meta({ id: "EventCodeFile" });
export const OffenseCodeFile = z
  .strictObject({ $schema: z.string().optional(), codes: OffenseCodes })
  .meta({ id: "OffenseCodeFile" });

const tableAt = <T extends z.ZodType>(codes: T) =>
  z.strictObject({
    column: ColumnName,
    codes: z
      .union([codes, z.string().min(1)])
      .meta({ description: "The table itself, or the path of a file that holds it, relative to the mapping." }),
  });

export const EventCodeAt = tableAt(EventCodes).meta({
  id: "EventCodeAt",
  description: "The column of status codes and what each code means. A code that is not in the table rejects the row.",
});
export type EventCodeAt = z.infer<typeof EventCodeAt>;
export const OffenseCodeAt = tableAt(OffenseCodes).meta({
  id: "OffenseCodeAt",
  description: "The column of offense codes and what each code means. A code that is not in the table rejects the row.",
});
export type OffenseCodeAt = z.infer<typeof OffenseCodeAt>;

/** Finds a code's meaning: the code itself, else the longest prefix entry (`65I*`) that fits. */
export const meaningOf = <T>(codes: Readonly<Record<string, T>>): ((code: string) => T | undefined) => {
  const exact = new Map(Object.entries(codes).filter(([code]) => !code.endsWith("*")));
  const prefixes = Object.entries(codes)
    .filter(([code]) => code.endsWith("*"))
    .map(([code, meaning]) => ({ prefix: code.slice(0, -1), meaning }))
    .sort((one, other) => other.prefix.length - one.prefix.length);
  return (code) => exact.get(code) ?? prefixes.find(({ prefix }) => code.startsWith(prefix))?.meaning;
};
