import { z } from "zod";

/** How an engine treats a look that fails or does not end. House rules, all of them; the law knows no jobs. */
export const EngineLimits = z.strictObject({
  /** A look that has not ended by then counts as failed: its process may be gone. */
  expireSeconds: z.int().min(30).max(120).default(60),
  /** How often a failed look is tried again before a person is asked. */
  retries: z.int().min(0).max(20).default(5),
  /** How long before it is tried again the first time; each further time waits longer. */
  retrySeconds: z.int().min(1).max(600).default(5),
  /** How many looks one process has under way. */
  concurrency: z.int().min(1).max(50).default(4),
  /** How long a stop waits for looks under way. */
  graceSeconds: z.int().min(1).max(110).default(25),
});
export type EngineLimits = Readonly<z.infer<typeof EngineLimits>>;
