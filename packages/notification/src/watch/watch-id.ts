import { z } from "zod";

/** A registrant's watch over one person, whatever that person's bookings are numbered. */
export const WatchId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9._:/#-]{0,199}$/u, "write a name that begins with a letter, without spaces and `@`")
  .brand<"WatchId">();
export type WatchId = z.infer<typeof WatchId>;
