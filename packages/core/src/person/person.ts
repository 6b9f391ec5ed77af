import { z } from "zod";
import { PersonId } from "../ids.ts";
import { LocalDate } from "../time/local-date.ts";

/** What a claimant is in law: only a natural person can be a victim for most notices; restitution reaches further. */
export const PersonKind = z.enum(["natural-person", "organisation", "public-body", "insurer"]);
export type PersonKind = z.infer<typeof PersonKind>;

/** The language a person reads notices in. */
export const Language = z.enum(["en", "es"]);
export type Language = z.infer<typeof Language>;

/** The person we decide for. `null` means the record does not say: it becomes an unknown fact, never a default. */
export const Person = z.strictObject({
  id: PersonId,
  kind: PersonKind.nullable(),
  name: z.string().min(1).nullable(),
  birthDate: LocalDate.nullable(),
  language: Language.nullable(),
});
export type Person = z.infer<typeof Person>;
