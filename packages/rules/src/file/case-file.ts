import { JurisdictionId, LocalDate } from "@victim-rights/core";
import { z } from "zod";
import { FactLiteral } from "./condition.ts";
import { QuestionId, RuleId } from "./rule-file.ts";

/** A fact as a file states it: a value, `null` for not asked, `{ "uncertain": true }` for asked and not known. */
export const StatedFact = z.union([FactLiteral, z.null(), z.strictObject({ uncertain: z.literal(true) })]);
export type StatedFact = z.infer<typeof StatedFact>;

/** What grounds must say follows, by rule; parameters not named are not looked at. */
const ExpectedEvents = z.record(RuleId, z.record(z.string(), z.json())).meta({
  description:
    "For rules among the grounds, parameters that must follow. An object needs only the fields named; a list or a value must be exactly this.",
});
export type ExpectedEvents = z.infer<typeof ExpectedEvents>;

/** A case a lawyer can check: the facts, the answer the law gives, and the one reason. A fact left out is unknown. */
export const Case = z
  .strictObject({
    name: z.string().min(1),
    reason: z.string().min(1),
    asOf: LocalDate,
    facts: z.record(z.string(), StatedFact),
    enable: z
      .array(RuleId)
      .optional()
      .meta({ description: "Rules that are off by default and that this case turns on." }),
    expect: z.strictObject({
      answer: z.enum(["yes", "no", "undetermined"]),
      grounds: z
        .array(RuleId)
        .optional()
        .meta({ description: "The rules that hold for certain and are not overridden: exactly these." }),
      overridden: z.array(RuleId).optional(),
      missing: z
        .array(z.string())
        .optional()
        .meta({ description: "The facts that could change the answer: exactly these." }),
      events: ExpectedEvents.optional(),
    }),
  })
  .meta({ id: "Case" });
export type Case = z.infer<typeof Case>;

/** The cases of one question, beside its rule file. */
export const CaseFile = z
  .strictObject({
    $schema: z.string().optional(),
    jurisdiction: JurisdictionId,
    question: QuestionId,
    cases: z.array(Case).min(1),
  })
  .meta({ id: "CaseFile" });
export type CaseFile = z.infer<typeof CaseFile>;
