import { z } from "zod";

/** A source of custody records, as the agency names it: a jail's feed, the department's nightly file. */
export const FeedId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, "write a feed's name in kebab case, such as `county-jail`")
  .max(100)
  .brand<"FeedId">();
export type FeedId = z.infer<typeof FeedId>;
