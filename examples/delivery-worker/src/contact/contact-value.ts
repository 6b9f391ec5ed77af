import { z } from "zod";

/**
 * One mailbox: nothing in it can begin a second address, a header or a comment. Addresses that need quoting are refused;
 * a person looks at those.
 */
export const EmailAddress = z
  .string()
  .max(254)
  .regex(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/u)
  .brand<"EmailAddress">();
export type EmailAddress = z.infer<typeof EmailAddress>;

/** A telephone number with its country: a plus sign and 8 to 15 digits. @source ITU-T Recommendation E.164 */
export const PhoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{7,14}$/u)
  .brand<"PhoneNumber">();
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** The lines of an address as they stand on an envelope, the name first; one person's, so nothing lists a second. */
export const PostalLines = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(60)
      .regex(/^[^\r\n\t]+$/u),
  )
  .min(2)
  .max(7)
  .readonly()
  .brand<"PostalLines">();
export type PostalLines = z.infer<typeof PostalLines>;

/** A person as an automated notification system numbers its subscribers. */
export const Subscriber = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/u)
  .brand<"Subscriber">();
export type Subscriber = z.infer<typeof Subscriber>;
