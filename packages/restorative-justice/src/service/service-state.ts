import { z } from "zod";

/** Where an order of community service stands. */
export const ServiceState = z.enum([
  "ordered",
  "input_invited",
  "site_proposed",
  "conflict_checked",
  "assigned",
  "in_progress",
  "completed",
  "failed_reported",
]);
export type ServiceState = z.infer<typeof ServiceState>;
