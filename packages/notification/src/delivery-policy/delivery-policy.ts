import { ContactMethod, JurisdictionId, LocalDate, LocalTime } from "@victim-rights/core";
import { z } from "zod";
import { ReasonCode } from "../obligation/ids.ts";

/** A rule of a policy, named so that an attempt can say which one set it. */
const PolicyRuleId = z.string().regex(/^[a-z][a-z0-9-]*$/u, "write a policy rule's id in kebab case");

/**
 * How pressing a notice is.
 * - `late`: the law's deadline has passed. `near-deadline`: it is so near as the policy says.
 * - `prompt`: the law wants it soon and gives no number, or it corrects a false notice. `routine`: anything else.
 */
export const Urgency = z.enum(["late", "near-deadline", "prompt", "routine"]);
export type Urgency = z.infer<typeof Urgency>;

/** How often one contact point is tried, and how long apart. The first that fits an urgency and a method is taken. */
export const RetryCadence = z.strictObject({
  id: PolicyRuleId,
  urgencies: z.array(Urgency).min(1).readonly(),
  methods: z.array(ContactMethod).min(1).readonly(),
  waitMinutes: z.int().min(1).max(527_040),
  maxAttempts: z.int().min(1).max(1000),
  why: z.string().min(1),
});
export type RetryCadence = Readonly<z.infer<typeof RetryCadence>>;

/** What is done where a limit of time would keep a notice from being made in time, and why. */
const collision = <Limit extends string, Standing extends string, Answer extends string>(
  limit: Limit,
  standings: readonly [Standing, ...Standing[]],
  answers: readonly [Answer, ...Answer[]],
) =>
  z.strictObject({
    id: PolicyRuleId,
    limit: z.literal(limit),
    standings: z.array(z.enum(standings)).min(1).readonly(),
    answer: z.enum(answers),
    why: z.string().min(1),
  });

/**
 * What wins where quiet hours or a person's safe-contact hours meet the law's urgency. There is no way to write that a
 * safe-contact limit is broken: `would-be-late` always goes to a person there, and so does it for quiet hours unless the
 * agency decided that the notice goes out in them.
 */
export const CollisionRule = z.union([
  collision("quiet-hours", ["would-be-late"], ["send-in-quiet-hours", "person"]),
  collision("quiet-hours", ["late", "prompt"], ["send-in-quiet-hours", "wait", "person"]),
  collision("safe-contact", ["would-be-late"], ["person"]),
  collision("safe-contact", ["late", "prompt"], ["wait", "person"]),
]);
export type CollisionRule = Readonly<z.infer<typeof CollisionRule>>;

/** Hours in which an agency sends nothing that rings, from one time to another across midnight or not. */
const QuietHours = z
  .strictObject({ from: LocalTime, to: LocalTime, methods: z.array(ContactMethod).min(1).readonly() })
  .refine(({ from, to }) => from !== to, "quiet hours that begin when they end say nothing: leave them out");

const idsAreDistinct = (policy: {
  readonly cadences: readonly RetryCadence[];
  readonly collisions: readonly CollisionRule[];
}): boolean => {
  const ids = [...policy.cadences, ...policy.collisions].map(({ id }) => id);
  return new Set(ids).size === ids.length;
};

/**
 * `delivery-policy.json`: how an agency makes notices, beside the law. All of it is policy; none of its numbers is law. Of
 * cadences and collision rules the first that fits is taken; where none fits, a person decides.
 */
export const DeliveryPolicy = z
  .strictObject({
    $schema: z.string().optional(),
    label: z.literal("policy"),
    version: z.string().regex(/^[A-Za-z0-9._-]{1,80}$/u, "write a version without spaces, such as `2026-1`"),
    jurisdiction: JurisdictionId,
    decidedBy: z.string().min(1),
    decidedOn: LocalDate,
    nearDeadlineMinutes: z.int().min(0).max(527_040),
    escalateBeforeMinutes: z
      .int()
      .min(1)
      .max(527_040)
      .meta({ description: "So long before a legal deadline a person is told of a notice that nobody has confirmed." }),
    quietHours: QuietHours.nullable(),
    cadences: z.array(RetryCadence).readonly(),
    collisions: z.array(CollisionRule).readonly(),
    acceptDelivery: z
      .strictObject({ methods: z.array(ContactMethod).readonly(), reason: ReasonCode })
      .nullable()
      .meta({
        description: "Methods whose receipt the agency accepts where the law does not say what proves a notice.",
      }),
  })
  .refine(idsAreDistinct, "give each cadence and each collision rule an id of its own")
  .meta({ id: "DeliveryPolicy" });
export type DeliveryPolicy = Readonly<z.infer<typeof DeliveryPolicy>>;
