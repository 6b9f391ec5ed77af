import { z } from "zod";

/**
 * Where an obligation stands while it is open.
 * - `planned`: owed, nothing set yet. `scheduled`: the next attempt is set.
 * - `attempted`: sent, and what became of it is not known. `delivered`: the channel says it arrived; nobody confirmed it.
 * - `undeliverable`: it came back. It is no wish of the person's. `searching`: somebody looks for a way to reach them.
 * - `with-person`: a person must act before anything goes on.
 */
export const OpenState = z.enum([
  "planned",
  "scheduled",
  "attempted",
  "delivered",
  "undeliverable",
  "searching",
  "with-person",
]);
export type OpenState = z.infer<typeof OpenState>;

/**
 * How an obligation ended; each needs its own evidence.
 * - `confirmed`: the person has it. `served`: the channel delivered it, and a rule says that this suffices.
 * - `declined`: the person said in writing that they do not want it.
 * - `superseded`, `withdrawn`: the event it tells of was revised or taken back. `corrected`: it was false, and a correction is owed.
 * - `search-exhausted`: a documented search found no way. `decided`: a person with authority ended it.
 */
export const ClosedState = z.enum([
  "confirmed",
  "served",
  "declined",
  "superseded",
  "withdrawn",
  "corrected",
  "search-exhausted",
  "decided",
]);
export type ClosedState = z.infer<typeof ClosedState>;

/** Where an obligation stands. */
export const ObligationState = z.enum([...OpenState.options, ...ClosedState.options]);
export type ObligationState = z.infer<typeof ObligationState>;
