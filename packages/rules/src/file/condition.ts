import { z } from "zod";
import { FactName } from "../vocabulary/fact-definition.ts";

/** The operators of json-rules-engine that a closed vocabulary needs. Which fit a fact depends on its type. */
export const Operator = z.enum([
  "equal",
  "notEqual",
  "in",
  "notIn",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
]);
export type Operator = z.infer<typeof Operator>;

/** A value that a condition compares a fact with. */
export const FactLiteral = z.union([z.boolean(), z.int(), z.string()]);
/** A value that a condition compares a fact with. */
export type FactLiteral = z.infer<typeof FactLiteral>;

/** A test of one fact: `{ "fact": "event.kind", "operator": "equal", "value": "escape" }`. */
export const Leaf = z
  .strictObject({ fact: FactName, operator: Operator, value: z.union([FactLiteral, z.array(FactLiteral).min(1)]) })
  .meta({ id: "Leaf" });
export type Leaf = z.infer<typeof Leaf>;

/** json-rules-engine's own condition tree, without JSONPath, decorators or empty groups. */
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Checks a condition tree. */
export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      Leaf,
      z.strictObject({ all: z.array(Condition).min(1) }),
      z.strictObject({ any: z.array(Condition).min(1) }),
      z.strictObject({ not: Condition }),
    ]),
  )
  .meta({ id: "Condition" });

/** A rule's root: json-rules-engine wants a group there, never a bare test. */
export const RootCondition: z.ZodType<Exclude<Condition, Leaf>> = z.union([
  z.strictObject({ all: z.array(Condition).min(1) }),
  z.strictObject({ any: z.array(Condition).min(1) }),
  z.strictObject({ not: Condition }),
]);
