import { Citation, JurisdictionId, LocalDate, Verification } from "@victim-rights/core";
import { z } from "zod";
import { RootCondition } from "./condition.ts";

/** A rule's id: jurisdiction, question and a short name, `us-xx/notice/parole-hearing`. */
export const RuleId = z
  .string()
  .regex(
    /^[a-z]{2}-[a-z0-9]{1,3}(?:\/[a-z0-9][a-z0-9-]*)+$/u,
    "write a rule id as `jurisdiction/question/name` in kebab case",
  );
export type RuleId = z.infer<typeof RuleId>;

/** A question's id: `notice`, `victim-definition/restitution`. Its file has the same path. */
export const QuestionId = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)*$/u,
    "write a question in kebab case, such as `victim-definition/restitution`",
  );
export type QuestionId = z.infer<typeof QuestionId>;

/**
 * The days a provision is law, half open: from the day it took effect, until the day it stopped. `from: null` means the
 * day was not established: it was law in the edition read. `until: null` means no end is known.
 */
export const InForce = z
  .strictObject({ from: LocalDate.nullable(), until: LocalDate.nullable(), note: z.string().min(1).optional() })
  .meta({ id: "InForce" });
export type InForce = z.infer<typeof InForce>;

/** A provision that can be read two ways: the one this rule follows, the others, and who chose. */
export const Reading = z
  .strictObject({
    chosen: z.string().min(1),
    others: z.array(z.string().min(1)),
    by: z.enum(["house-ruling", "agency-practice", "court"]),
  })
  .meta({ id: "Reading" });
export type Reading = z.infer<typeof Reading>;

/** What follows when a rule holds: json-rules-engine's event. The domain package that asks the question knows the parameters' shape. */
export const RuleEvent = z.strictObject({ type: z.string().min(1), params: z.record(z.string(), z.json()) });
export type RuleEvent = z.infer<typeof RuleEvent>;

/** One provision as a rule. `conditions` and `event` are exactly json-rules-engine's; the rest is what law needs. */
export const Rule = z
  .strictObject({
    id: RuleId,
    title: z.string().min(1),
    effect: z.enum(["grant", "deny"]),
    basis: z.literal("policy").optional().meta({
      description:
        "Marks a practice an agency may adopt beyond the law: off until it is turned on by name, and labelled policy in every answer. Left out, the rule is law.",
    }),
    overrides: z.array(RuleId).min(1).optional().meta({
      description:
        "The rules a denial sets aside. A denial beside a standing grant that it does not name is a conflict.",
    }),
    rows: z
      .array(z.string().min(1))
      .default([])
      .meta({ description: "The rows of `law-rows.json` that this rule encodes." }),
    cites: z.array(Citation).min(1),
    verified: Verification,
    reading: Reading.optional(),
    inForce: InForce,
    reviewedOn: LocalDate.meta({ description: "The last day someone checked that the provision still reads so." }),
    conditions: RootCondition,
    event: RuleEvent,
    notes: z
      .array(z.string().min(1))
      .optional()
      .meta({ description: "What an answer that rests on this rule must also say." }),
  })
  .meta({ id: "Rule" });
export type Rule = z.infer<typeof Rule>;

/** A file of rules that together answer one question of one jurisdiction. */
export const RuleFile = z
  .strictObject({
    $schema: z.string().optional(),
    jurisdiction: JurisdictionId,
    question: QuestionId,
    title: z.string().min(1).meta({ description: "The question in plain words." }),
    edition: z.string().min(1).meta({ description: "The edition of the law that was read, as a date or a year." }),
    rules: z.array(Rule).min(1),
  })
  .meta({ id: "RuleFile" });
export type RuleFile = z.infer<typeof RuleFile>;
