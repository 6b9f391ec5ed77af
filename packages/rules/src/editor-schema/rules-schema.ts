import { jsonSchemas } from "../file/json-schemas.ts";
import type { EventParams } from "../load/check-event-params.ts";
import { amend, type Amendment } from "./amend.ts";
import { eventSchemas } from "./event-schema.ts";
import { describeFields } from "./field-words.ts";
import { leafSchema, testableSchema } from "./leaf-schema.ts";
import type { Names, QuestionNames } from "./names-in.ts";
import { byQuestion, headerSchema, ruleChoices } from "./rule-names.ts";
import { choices, type Schema, withKeys } from "./schema.ts";
import { valueDefinitions } from "./value-schema.ts";

/** The schema of a state's rule files: the general one, with the state's own facts, sources, rows and rules in it. */
export const rulesSchema = (names: Names, eventParams: EventParams | undefined): Schema => {
  const events = eventParams === undefined ? null : eventSchemas(eventParams);
  const rule = ["$defs", "Rule", "properties"];
  const amendments: readonly Amendment[] = [
    [["$defs", "Leaf"], () => leafSchema(names)],
    [["$defs", "RuleFile"], (file) => ({ ...file, allOf: [...byQuestion(names, rulesOf(names))] })],
    [["$defs", "RuleFile", "properties"], (keys) => ({ ...keys, ...headerSchema(names) })],
    [["$defs", "Citation", "properties", "source"], (source) => known(source, sourceChoices(names))],
    [[...rule, "rows", "items"], (row) => known(row, rowChoices(names))],
    ...(events === null ? [] : [[[...rule, "event"], () => events.event] as const]),
    ...describeFields,
    [
      ["$defs"],
      (defs) => ({
        ...defs,
        Testable: testableSchema(names),
        YesOrNo: { type: "boolean" },
        ...valueDefinitions(names.vocabulary.values()),
        ...events?.definitions,
      }),
    ],
  ];
  return amend(jsonSchemas().get("rule-file") ?? {}, amendments);
};

/** A list with nothing on it yet would refuse every word. */
const known = (part: Schema, words: Schema): Schema => (words.anyOf?.length === 0 ? part : words);

const sourceChoices = ({ profile }: Names): Schema =>
  choices(profile.sources.map(({ id, title }) => ({ value: id, description: title })));

const rowChoices = ({ rows }: Names): Schema =>
  choices(rows.map(({ id, event, cite }) => ({ value: id, description: `${event} (${cite})` })));

/** A denial may set aside the grants of its own file, and an id says where its rule stands. */
const rulesOf =
  ({ profile }: Names) =>
  ({ id, rules }: QuestionNames): Schema => {
    const grants = rules.filter(({ effect }) => effect === "grant");
    return withKeys({
      rules: {
        items: withKeys({
          id: { pattern: `^${profile.id}/${id}/` },
          ...(grants.length === 0 ? {} : { overrides: { items: ruleChoices(grants) } }),
        }),
      },
    });
  };
