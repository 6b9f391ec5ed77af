import type { Notices } from "../../src/database/opened-database.ts";

/** Notices that nobody hears. */
export const quiet: Notices = { warn: () => undefined };
