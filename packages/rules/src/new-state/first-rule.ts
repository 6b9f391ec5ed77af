import type { JurisdictionId } from "@victim-rights/core";
import { z } from "zod";
import type { Schema } from "../editor-schema/schema.ts";
import { placeholder } from "../load/placeholder.ts";
import { firstCites, firstVerified } from "./first-source.ts";

/** What follows from a first rule: the type of its event, and the shape of its parameters. */
export type FirstEvent = { readonly type: string; readonly params: z.ZodType };

/** A file with one rule that decides nothing: it is marked as recalled, and nothing in it is written yet. */
export const firstRuleFile = (id: JurisdictionId, event: FirstEvent): object => ({
  $schema: "./schema/rules.schema.json",
  jurisdiction: id,
  question: "notice",
  title: "Must this person be told of this event, by whom, how and by when?",
  edition: placeholder("the edition of the law that was read, as a date or a year"),
  rules: [
    {
      id: placeholder(`${id}/notice/ and a name for the provision in kebab case`),
      title: placeholder("the provision in a few plain words; add a rule for each provision"),
      effect: "grant",
      rows: [placeholder("the id of the row of law-rows.json that this rule encodes")],
      cites: firstCites,
      verified: firstVerified,
      inForce: {
        from: placeholder(
          "the first day on which the provision is law, as YYYY-MM-DD, or null if it was not established",
        ),
        until: null,
      },
      reviewedOn: placeholder("the last day on which somebody checked the text, as YYYY-MM-DD"),
      conditions: {
        all: [
          {
            fact: placeholder("a fact that the provision turns on: an editor offers them all"),
            operator: placeholder("how it is compared, such as equal or in"),
            value: placeholder("what it is compared with; add a test for each thing that the provision asks"),
          },
        ],
      },
      event: { type: event.type, params: firstParams(z.toJSONSchema(event.params, { io: "input" })) },
    },
  ],
});

/** A placeholder for each parameter that must be given. */
const firstParams = (root: Schema): object => {
  const schema = followed(root, root);
  return Object.fromEntries(
    (schema.required ?? []).map((key) => [key, firstParam(key, followed(schema.properties?.[key], root))]),
  );
};

const firstParam = (key: string, schema: Schema): unknown => {
  const { description = "as the editor offers it" } = schema;
  const what = placeholder(`\`${key}\`: ${description.charAt(0).toLowerCase()}${description.slice(1)}`);
  return schema.type === "array" ? [what] : what;
};

const followed = (schema: unknown, root: Schema): Schema => {
  if (typeof schema !== "object" || schema === null) return {};
  const { $ref } = schema as Schema;
  return $ref === undefined ? (schema as Schema) : followed(root.$defs?.[$ref.replace("#/$defs/", "")], root);
};
