import { ChargeStage, OffenseClass, OffenseCompletion } from "@victim-rights/core";
import type { FactDefinition } from "./fact-definition.ts";

const category = (name: string, title: string, question: string): FactDefinition => ({
  name: `offense.${name}`,
  title,
  type: "boolean",
  question,
  knownBy: "court-record",
  sensitive: false,
});

/** Facts about the crime. A state adds a boolean of its own for each statutory list its rules read. */
export const OFFENSE_FACTS: readonly FactDefinition[] = [
  {
    name: "offense.class",
    title: "class of the offense",
    type: "enum",
    values: OffenseClass.options,
    question: "Is the offense a felony, a misdemeanor or an infraction?",
    knownBy: "court-record",
    sensitive: false,
  },
  {
    name: "offense.completion",
    title: "committed or attempted",
    type: "enum",
    values: OffenseCompletion.options,
    question: "Was the crime carried through, or attempted?",
    knownBy: "court-record",
    sensitive: false,
  },
  {
    name: "offense.stage",
    title: "stage of the case",
    type: "enum",
    values: ChargeStage.options,
    question: "How far has the case gone?",
    knownBy: "court-record",
    sensitive: false,
  },
  category("homicide", "homicide", "Is the offense a homicide?"),
  category("sexual", "sexual offense", "Is the offense a sexual offense?"),
  category(
    "domestic-violence",
    "domestic violence",
    "Does the offense involve domestic violence or abuse of a spouse?",
  ),
  category("stalking", "stalking", "Is the offense stalking?"),
  category("violent", "crime of violence", "Is the offense a crime of violence under the state's own list?"),
  category("juvenile", "juvenile offense", "Is this a delinquency case about a youth?"),
  category(
    "under-review",
    "offense under review",
    "Is this the offense for which the person is held and being considered?",
  ),
  category(
    "prevention-or-apprehension",
    "harm while preventing a crime or apprehending a suspect",
    "Was the person harmed in a good-faith effort to prevent a crime or to catch a suspect?",
  ),
];
