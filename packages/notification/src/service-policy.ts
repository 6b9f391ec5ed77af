import {
  addHours,
  type Calendar,
  countForward,
  endOfDay,
  EventKind,
  type Instant,
  JurisdictionId,
  localDateIn,
  LocalDate,
} from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";

/** What a service target is for: every condition that is given must hold. */
const AppliesTo = z
  .strictObject({ rule: RuleId.optional(), event: EventKind.optional(), symbolic: z.string().min(1).optional() })
  .refine((it) => Object.values(it).some((value) => value !== undefined), "name a rule, an event or a symbolic term");

/** How soon an agency has promised itself to send. It is policy, never law, and can only make a notice earlier. */
export const ServiceTarget = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/u, "write a service target's id in kebab case"),
    title: z.string().min(1),
    appliesTo: AppliesTo,
    within: z
      .strictObject({ amount: z.int().min(1).max(3660), unit: z.enum(["hour", "calendar-day", "working-day"]) })
      .meta({
        description:
          "Counted from when the event was recorded; where no record says when, from when the notice may first be sent.",
      }),
    decidedBy: z.string().min(1),
    decidedOn: LocalDate,
  })
  .meta({ id: "ServiceTarget" });
export type ServiceTarget = z.infer<typeof ServiceTarget>;

/** `service-targets.json`: what an agency chose beside the law. Kept apart from it, and labelled policy in every output. */
export const ServicePolicy = z
  .strictObject({
    $schema: z.string().optional(),
    jurisdiction: JurisdictionId,
    targets: z.array(ServiceTarget).default([]),
    enableRules: z
      .array(RuleId)
      .default([])
      .meta({ description: "Rules that are off by default and that the agency turns on." }),
  })
  .meta({ id: "ServicePolicy" });
export type ServicePolicy = z.infer<typeof ServicePolicy>;

/** What a service target is matched against. */
export type Served = { readonly rule: RuleId; readonly event: EventKind; readonly symbolic: string | null };

/** Whether a service target is for this ground. */
export const appliesTo = ({ appliesTo: { rule, event, symbolic } }: ServiceTarget, served: Served): boolean =>
  (rule === undefined || rule === served.rule) &&
  (event === undefined || event === served.event) &&
  (symbolic === undefined || symbolic === served.symbolic);

/** The moment a service target asks for, counted from `from`. */
export const serviceBy = ({ within }: ServiceTarget, from: Instant, calendar: Calendar): Instant => {
  if (within.unit === "hour") return addHours(from, within.amount);
  const { date } = countForward(calendar, {
    from: localDateIn(from, calendar.zone),
    amount: within.amount,
    unit: within.unit,
  });
  return endOfDay(date, calendar.zone);
};

/** How an output names a service target. */
export const describeTarget = ({ title, decidedBy, decidedOn }: ServiceTarget): string =>
  `policy: ${title} (${decidedBy}, ${decidedOn})`;
