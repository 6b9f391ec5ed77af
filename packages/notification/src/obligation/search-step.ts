import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { RecordRef } from "./ids.ts";

/** One step of the search for a way to reach a person: where somebody looked, when, and what came of it. */
export const SearchStep = z.strictObject({
  at: Instant,
  looked: z.enum([
    "case-file",
    "prosecutor",
    "law-enforcement",
    "court",
    "victim-services",
    "other-registration",
    "support-person",
    "postal-forwarding",
    "public-record",
    "other",
  ]),
  outcome: z.enum(["nothing-found", "lead-found", "no-reply"]),
  record: RecordRef,
});
export type SearchStep = Readonly<z.infer<typeof SearchStep>>;
