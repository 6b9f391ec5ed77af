import type { FactDefinition } from "../../vocabulary/fact-definition.ts";
import type { DmnInput, DmnType } from "./dmn-model.ts";
import { feelName } from "./feel-name.ts";
import { allowedValues, feelString } from "./feel-tests.ts";
import { baseType } from "./rule-table.ts";

/** The types of what is decided. A fact's type has a `_` after its `t`, so that none of these is a fact's. */
export const ANSWER_TYPE = "tAnswer";
/** A list of rule ids. */
export const RULES_TYPE = "tRules";
/** A list of denials with what they set aside. */
export const DENIALS_TYPE = "tDenials";

/** The types of decisions; denials only where there are some. */
export const decisionTypes = (withDenials: boolean): readonly DmnType[] => [
  { name: ANSWER_TYPE, isList: false, of: { base: "string", allowed: ANSWERS } },
  { name: RULES_TYPE, isList: true, of: { base: "string", allowed: null } },
  ...(withDenials ? [DENIALS] : []),
];

const ANSWERS = ["yes", "no", "conflict"].map(feelString).join(", ");

const DENIALS: DmnType = {
  name: DENIALS_TYPE,
  isList: true,
  of: {
    parts: [
      { name: "rule", type: "string" },
      { name: "overrides", type: RULES_TYPE },
    ],
  },
};

/** The types of facts that have values of their own; a boolean needs none. */
export const factTypes = (facts: readonly FactDefinition[]): readonly DmnType[] =>
  facts
    .filter(({ type }) => type !== "boolean")
    .map((fact) => ({
      name: typeName(fact),
      isList: false,
      of: { base: baseType(fact), allowed: allowedValues(fact) },
    }));

/** A fact as input data, under its own name and with the question a person is asked. */
export const inputOf = (fact: FactDefinition): DmnInput => ({
  name: feelName(fact.name),
  label: fact.name,
  description: fact.note === undefined ? fact.question : `${fact.question} ${fact.note}`,
  type: fact.type === "boolean" ? "boolean" : typeName(fact),
});

const typeName = ({ name }: FactDefinition): string => `t_${feelName(name)}`;
