import { z } from "zod";

/** Who the law makes tell the victim. */
export const DutyBearer = z.enum([
  "corrections-department",
  "custodial-authority",
  "parole-board",
  "records-director",
  "victim-services",
  "jail",
  "law-enforcement",
  "prosecutor",
  "attorney-general",
  "court",
  "juvenile-authority",
  "mental-health-facility",
  "automated-system",
  "monitoring-vendor",
]);
export type DutyBearer = z.infer<typeof DutyBearer>;

/** The day or moment a window is counted from: when the event happened, or when what was scheduled is set for. */
export const Anchor = z.enum(["occurrence", "scheduled"]);
export type Anchor = z.infer<typeof Anchor>;

/** Ten years of days bounds what a window may count: a larger number is a mistake in the file. */
const MAX_AMOUNT = 3660;

const counted = {
  amount: z.int().min(1).max(MAX_AMOUNT),
  unit: z.enum(["hour", "calendar-day", "working-day"]),
  anchor: Anchor,
};

/**
 * When the law wants the notice. Counted windows carry the law's own number; symbolic ones keep its word and no number.
 * - `at-least-before`: not later than so long before the anchor.
 * - `not-earlier-than-before`: inside the last so many days before the anchor, and before it.
 * - `within-after`: not later than so long after the anchor.
 * - `before`: some time before the anchor, in the law's word.
 * - `after`: once the anchor has come, in the law's word.
 */
export const NoticeWindow = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("at-least-before"), ...counted }),
  z.strictObject({ kind: z.literal("not-earlier-than-before"), ...counted }),
  z.strictObject({ kind: z.literal("within-after"), ...counted }),
  z.strictObject({
    kind: z.literal("before"),
    anchor: Anchor,
    term: z.enum([
      "in-advance",
      "reasonable-advance",
      "prompt-advance-if-possible",
      "timely",
      "as-soon-as-practicable",
      "promptly",
      "not-stated",
    ]),
  }),
  z.strictObject({
    kind: z.literal("after"),
    anchor: Anchor,
    term: z.enum([
      "promptly",
      "as-soon-as-practicable",
      "as-soon-as-possible",
      "upon-event",
      "timely",
      "on-request",
      "automatic",
      "not-stated",
    ]),
  }),
]);
export type NoticeWindow = z.infer<typeof NoticeWindow>;

/** How the law lets the duty be done. An empty list in a duty means the law prescribes none. */
export const ServiceMethod = z.enum([
  "automated-system",
  "certified-mail",
  "mail",
  "email",
  "phone",
  "in-writing",
  "in-person",
]);
export type ServiceMethod = z.infer<typeof ServiceMethod>;

/** What follows when the notice is missed, as far as the law says. */
export const IfMissed = z.enum([
  "hearing-may-not-proceed",
  "decision-stands",
  "release-not-delayed",
  "no-liability",
  "not-stated",
]);
export type IfMissed = z.infer<typeof IfMissed>;

/** What a notice must tell. Each is a fact of the event, never a detail of the crime. */
export const ContentItem = z.enum([
  "event",
  "event-date",
  "hearing-date",
  "hearing-time",
  "hearing-place",
  "schedule-change",
  "application-filed",
  "assessment-under-way",
  "decision",
  "decision-reasons",
  "release-date",
  "release-kind",
  "release-conditions",
  "projected-date",
  "eligibility-date",
  "community-of-residence",
  "placement",
  "facility",
  "custody-level",
  "supervision-status",
  "supervision-address",
  "order-served",
  "registry-change",
  "proximity",
  "photograph",
  "charges",
  "proceedings",
  "case-status",
  "disposition",
  "sentence",
  "appeal-status",
  "property-return",
  "refusal-reason",
  "agencies-to-ask",
  "compensation-information",
  "crisis-services",
  "restitution-information",
  "witness-fee",
  "victim-rights",
  "prosecutor-contact",
  "officer-contact",
]);
export type ContentItem = z.infer<typeof ContentItem>;

/** The rights a notice must state. */
export const StatedRight = z.enum([
  "attend",
  "be-heard",
  "submit-statement",
  "send-representative",
  "ask-for-partition",
  "ask-for-no-contact",
  "ask-for-hearing",
  "protest-release",
  "give-safety-input",
  "confer-with-prosecutor",
  "request-further-notice",
  "claim-restitution",
  "claim-compensation",
]);
export type StatedRight = z.infer<typeof StatedRight>;

/** The parameters of a `notice-owed` rule event: what the law says of the duty, and nothing an agency chose. */
export const NoticeDuty = z
  .strictObject({
    dutyBearers: z
      .array(DutyBearer)
      .min(1)
      .meta({ description: "Those the law names; where it says *or*, any of them." }),
    window: NoticeWindow,
    otherReadings: z
      .array(z.strictObject({ reading: z.string().min(1), window: NoticeWindow }))
      .default([])
      .meta({
        description: "Windows on the provision's other readings: the target satisfies them too where one date can.",
      }),
    methods: z.array(ServiceMethod).meta({ description: "Methods the law names; empty when it names none." }),
    automatedSystemSatisfies: z
      .boolean()
      .meta({ description: "Whether using the state's automated system counts as compliance." }),
    ifMissed: IfMissed,
    content: z.array(ContentItem).min(1),
    rights: z.array(StatedRight).default([]),
  })
  .meta({ id: "NoticeDuty" });
export type NoticeDuty = z.infer<typeof NoticeDuty>;

/** The rule event type whose parameters are a {@link NoticeDuty}. */
export const NOTICE_OWED = "notice-owed";
