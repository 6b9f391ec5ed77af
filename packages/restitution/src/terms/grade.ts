import { z } from "zod";

/** What kind of case a debt comes from, as far as a state's law on restitution tells them apart. */
export const Grade = z.enum(["felony", "misdemeanor", "juvenile"]);
export type Grade = z.infer<typeof Grade>;
