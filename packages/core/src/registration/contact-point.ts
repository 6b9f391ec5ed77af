import { z } from "zod";
import { LocalDate } from "../time/local-date.ts";
import { LocalTime } from "../time/local-time.ts";

/** A way to reach a person. Whether it serves a legal duty is for the rules to say. */
export const ContactMethod = z.enum(["postal", "email", "phone", "sms", "automated-system", "in-person"]);
/** One of {@link ContactMethod}. */
export type ContactMethod = z.infer<typeof ContactMethod>;

/** Whether an address or number is known to reach the person. `unknown` is not `current`. */
export const ContactCurrency = z.enum(["current", "returned", "stale", "unknown"]);
export type ContactCurrency = z.infer<typeof ContactCurrency>;

/** One way to reach a person, ranked by their own wish (1 first). */
export const ContactPoint = z.strictObject({
  method: ContactMethod,
  value: z.string().min(1),
  currency: ContactCurrency,
  confirmedOn: LocalDate.nullable(),
  preference: z.int().min(1).nullable(),
});
export type ContactPoint = z.infer<typeof ContactPoint>;

/** What the person has said is safe. An empty list of hours means no limit was stated. Times are local to the person's zone. */
export const SafeContact = z.strictObject({
  hours: z.array(z.strictObject({ from: LocalTime, to: LocalTime })),
  doNotLeaveMessage: z.boolean(),
  neverUse: z.array(ContactMethod),
  alternate: z.string().min(1).nullable().meta({ description: "A person or advocate through whom contact is safe." }),
});
export type SafeContact = z.infer<typeof SafeContact>;
