import { z } from "zod";
import type { ContactBookShape } from "../contact/contact-book.ts";
import type { ContactBookOver } from "../contact/stored-contact-book.ts";
import type { AgencyRules } from "../worker/agency-rules.ts";
import type { DetailsOf, Subjects } from "../worker/notice-writer.ts";
import type { JurisdictionId } from "@victim-rights/core";

/** What only the agency has: its registry of contact points, its event records, and how it has decided to deliver. */
export type Agency = {
  /** Its own, or `contactBookOver(…)` for contact points that are kept in the worker's database. */
  readonly contactBook: ContactBookShape | ContactBookOver;
  readonly detailsOf: DetailsOf;
  readonly subjects: Subjects;
  readonly rulesFor: (jurisdiction: JurisdictionId) => AgencyRules | null;
};

const aFunction = z.custom<unknown>((value) => typeof value === "function", "export a function here");
const Shape = z.object({
  agency: z.object({
    contactBook: z.union([aFunction, z.object({ reachabilityOf: aFunction, resolve: aFunction })]),
    detailsOf: aFunction,
    subjects: z.object({ en: z.string().min(1), es: z.string().min(1) }),
    rulesFor: aFunction,
  }),
});

/** The module that an agency writes could not be taken; each problem names a place in it. */
export type AgencyLoaded =
  | { readonly kind: "loaded"; readonly agency: Agency }
  | { readonly kind: "problems"; readonly problems: readonly string[] };

/** Loads the module whose export `agency` is the agency. */
export const loadAgency = async (path: string): Promise<AgencyLoaded> => {
  const loaded: unknown = await import(path).catch((error: unknown) => ({ failed: error }));
  if (typeof loaded === "object" && loaded !== null && "failed" in loaded) {
    const code = loaded.failed instanceof Error && "code" in loaded.failed ? String(loaded.failed.code) : "it threw";
    return { kind: "problems", problems: [`AGENCY_MODULE: the module could not be loaded (${code})`] };
  }
  const read = Shape.safeParse(loaded);
  // INVARIANT: what has these members was written against the type; a function's own type cannot be looked at.
  if (read.success) return { kind: "loaded", agency: (loaded as { readonly agency: Agency }).agency };
  return {
    kind: "problems",
    problems: read.error.issues.map(({ path: at, message }) => `AGENCY_MODULE: \`${at.join(".")}\`: ${message}`),
  };
};
