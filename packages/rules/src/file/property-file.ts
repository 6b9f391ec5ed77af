import { JurisdictionId } from "@victim-rights/core";
import { z } from "zod";
import { RootCondition } from "./condition.ts";
import { FactName } from "../vocabulary/fact-definition.ts";
import { QuestionId, RuleId } from "./rule-file.ts";

const shared = {
  name: z.string().min(1),
  reason: z.string().min(1).meta({ description: "Why it must be so: the provision, or the harm it keeps off." }),
  question: QuestionId,
  enable: z.array(RuleId).optional().meta({ description: "Rules that are off by default and that it turns on." }),
};

/**
 * Something that must be true of everybody: wherever `when` holds, `then` holds. Both are conditions over base facts, over
 * other questions (`victim-definition/notice`, true when the answer is yes), over the question's own `answer` (`yes`, `no`,
 * or `conflict` where rules contradict each other), and over its rules by id, true when the rule is among the grounds.
 */
export const Implication = z
  .strictObject({
    ...shared,
    when: RootCondition.optional().meta({ description: "Left out: for everybody." }),
    // oxlint-disable-next-line unicorn/no-thenable -- a property's own word for what must hold; nobody awaits one
    then: RootCondition,
  })
  .meta({ id: "Implication" });
export type Implication = z.infer<typeof Implication>;

/** That each of these facts, turned from no to yes or to more, never loses anybody a ground on which the answer is yes. */
export const NeverLoses = z
  .strictObject({ ...shared, neverLoses: z.array(FactName).min(1) })
  .meta({ id: "NeverLoses" });
export type NeverLoses = z.infer<typeof NeverLoses>;

/** Something to prove of a question. */
export const Property = z.union([Implication, NeverLoses]);
export type Property = z.infer<typeof Property>;

/** What a state's rules must hold to: `properties.json` in its folder. */
export const PropertyFile = z
  .strictObject({
    $schema: z.string().optional(),
    jurisdiction: JurisdictionId,
    properties: z.array(Property).min(1),
  })
  .meta({ id: "PropertyFile" });
export type PropertyFile = z.infer<typeof PropertyFile>;
