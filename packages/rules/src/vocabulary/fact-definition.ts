import { z } from "zod";

/**
 * A fact's name: dotted kebab case (`event.kind`). A name with a slash (`victim-definition/notice`) is not a fact of
 * the world but the answer of another question of the same jurisdiction, read as a boolean.
 */
export const FactName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(?:[./][a-z][a-z0-9-]*)*$/u, "write a fact name in dotted kebab case, such as `event.kind`");
export type FactName = z.infer<typeof FactName>;

/** Who would know a fact: it decides whom a question goes to. */
export const KnownBy = z.enum([
  "claimant",
  "victim-services",
  "custody-record",
  "court-record",
  "prosecutor",
  "law-enforcement",
  "releasing-authority",
]);
export type KnownBy = z.infer<typeof KnownBy>;

const shared = {
  name: FactName,
  title: z.string().min(1),
  question: z.string().min(1).meta({ description: "The question a person is asked, in plain words." }),
  knownBy: KnownBy,
  sensitive: z
    .boolean()
    .default(false)
    .meta({ description: "Painful to be asked: asked last, and only when it matters." }),
  note: z.string().min(1).optional(),
};

/** A fact a rule may test: its name, its type with a closed domain, its unit, its question, and who would know. */
export const FactDefinition = z
  .discriminatedUnion("type", [
    z.strictObject({ ...shared, type: z.literal("boolean") }),
    z.strictObject({ ...shared, type: z.literal("enum"), values: z.array(z.string().min(1)).min(2) }),
    z.strictObject({ ...shared, type: z.literal("integer"), min: z.int(), max: z.int(), unit: z.string().min(1) }),
    z.strictObject({ ...shared, type: z.literal("date"), from: z.iso.date(), to: z.iso.date() }),
  ])
  .meta({ id: "FactDefinition" });
export type FactDefinition = z.infer<typeof FactDefinition>;

/** The facts that a jurisdiction's conditions may name, by name. */
export type Vocabulary = ReadonlyMap<FactName, FactDefinition>;
