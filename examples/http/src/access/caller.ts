import { z } from "zod";

/** Who may hold a token. `offender-side` exists for the commands of a programme alone, and sees that side's views alone. */
export const ROLES = [
  "victim",
  "liaison",
  "restitution-officer",
  "board",
  "facilitator",
  "auditor",
  "feed",
  "offender-side",
] as const;

/** One of {@link ROLES}. */
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** What a token may be used for. A token that is good for one purpose opens nothing that serves another. */
export const Purpose = z.enum(["notice", "restitution", "restorative-justice", "custody-feed", "oversight"]);
export type Purpose = z.infer<typeof Purpose>;

/** Whoever asks, as a token that was checked says. `subject` is the id of the person or of the member of staff. */
export type Caller = {
  readonly subject: string;
  readonly role: Role;
  readonly purposes: readonly Purpose[];
};
