import { z } from "zod";
import type { Rule, RuleEvent } from "../file/rule-file.ts";
import type { EventParams } from "../load/check-event-params.ts";
import { type JsonMutant, jsonMutants } from "./json-mutants.ts";
import type { JsonShape } from "./json-shape.ts";

/** An event with one of its parameters changed. */
export type EventMutant = { readonly event: RuleEvent; readonly at: string; readonly change: string };

/** Makes the mutants of events: with shapes, only parameters that the loader would take, and names only from its lists. */
export const eventMutator = (shapes: EventParams = {}): ((rule: Rule) => readonly EventMutant[]) => {
  const schemas = new Map(
    Object.entries(shapes).map(([type, shape]) => [type, z.toJSONSchema(shape, { io: "input" }) as JsonShape]),
  );
  return ({ event }) =>
    jsonMutants(event.params, { shape: schemas.get(event.type), root: schemas.get(event.type), path: "" }).flatMap(
      (mutant) => eventMutant(event, mutant, shapes[event.type]),
    );
};

const eventMutant = (
  { type }: RuleEvent,
  { value, path, change }: JsonMutant,
  shape: EventParams[string] | undefined,
): readonly EventMutant[] =>
  shape !== undefined && !shape.safeParse(value).success
    ? []
    : [{ event: { type, params: value as RuleEvent["params"] }, at: `$.event.params${path}`, change }];
