import { z } from "zod";

/** How often a stored record has been written: 0 before it exists, 1 when it is opened, one more with every write. */
export const Revision = z.int().min(0).brand<"Revision">();
export type Revision = z.infer<typeof Revision>;
