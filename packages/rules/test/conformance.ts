import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXAMPLE_LAW } from "./law-folder.ts";
import { compileQuestion, decide, factsFromStated, loadLaw, StatedFact } from "../src/index.ts";

const Vector = z.strictObject({
  id: z.string(),
  about: z.string(),
  conditions: z.record(z.string(), z.json()),
  facts: z.record(z.string(), z.json()),
  reason: z.string().optional(),
  refusedBy: z.string().optional(),
});

/** A vector on json-rules-engine's own reading. */
export const ConditionVector = Vector.extend({
  named: z.record(z.string(), z.record(z.string(), z.json())).optional(),
  engineOptions: z
    .strictObject({
      allowUndefinedFacts: z.boolean().default(false),
      allowUndefinedConditions: z.boolean().default(false),
    })
    .prefault({}),
  engine: z.enum(["true", "false", "undefined-fact", "refused-when-built", "failed-when-run"]),
  ours: z.enum(["same", "refused", "undetermined", "finer"]),
  answer: z.enum(["yes", "no"]).optional(),
});
export type ConditionVector = z.infer<typeof ConditionVector>;

/** A vector on three-valued logic: `dmn` is `null` where FEEL says unknown. */
export const ThreeValuedVector = Vector.extend({
  dmn: z.boolean().nullable(),
  ours: z.enum(["yes", "no", "undetermined", "refused"]),
});

const published = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "conformance", name), "utf8"));

const fileOf = <T extends z.ZodType>(vector: T) =>
  z.strictObject({
    about: z.string(),
    engineVersion: z.string().optional(),
    vocabulary: z.array(z.looseObject({ name: z.string() })),
    vectors: z.array(vector),
  });

export const conditionFile = fileOf(ConditionVector).parse(published("conditions.json"));
export const threeValuedFile = fileOf(ThreeValuedVector).parse(published("three-valued.json"));

const profile = JSON.parse(readFileSync(join(EXAMPLE_LAW, "good", "jurisdiction.json"), "utf8")) as object;
const [ruleShape] = (
  JSON.parse(readFileSync(join(EXAMPLE_LAW, "good", "notification.json"), "utf8")) as {
    readonly rules: readonly object[];
  }
).rules;

type Asked = { readonly conditions: unknown; readonly facts: unknown };

/** What we say to a condition and facts: the answer, or the codes by which they are refused. */
export const ours = ({ conditions, facts }: Asked, vocabulary: unknown): string | readonly string[] => {
  const rule = { ...ruleShape, id: "xx-yy/conforms/rule", rows: [], conditions };
  const file = { jurisdiction: "xx-yy", question: "conforms", title: "Holds?", edition: "1", rules: [rule] };
  const law = loadLaw(
    new Map([
      ["jurisdiction.json", JSON.stringify({ ...profile, facts: vocabulary })],
      ["conforms.json", JSON.stringify(file)],
    ]),
  );
  if (Result.isFailure(law)) return law.failure.problems.map(({ code }) => code);
  const asOf = law.success.profile.calendar.verified.on;
  const compiled = Result.getOrThrow(compileQuestion(law.success, "conforms", { asOf }));
  const decided = decide(compiled, factsFromStated(z.record(z.string(), StatedFactOfAnyKind).parse(facts)));
  if (Result.isSuccess(decided)) return decided.success.answer;
  return decided.failure._tag === "FactProblems" ? decided.failure.problems.map(({ code }) => code) : "conflict";
};

/** The door for facts as a program gives them: also of a kind that no file could state. */
const StatedFactOfAnyKind = z.union([StatedFact, z.number()]);
