import { Instant } from "@victim-rights/core";

/** This moment, by the computer's clock. */
export const now = (): Instant => Instant.parse(new Date().toISOString());
