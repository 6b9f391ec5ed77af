import { z } from "zod";

/** A file that `screen --out` wrote holds the screen beside its result, which is never read but worked out anew. */
const Written = z.looseObject({ screen: z.looseObject({}), result: z.unknown() });

/** The screen's record in what was read: the value itself, or what `screen --out` wrote around it. */
export const screenIn = (raw: unknown): unknown => Written.safeParse(raw).data?.screen ?? raw;
