import type { Implication, NeverLoses, Property } from "../file/property-file.ts";
import type { RuleId } from "../file/rule-file.ts";
import { suggestion } from "../vocabulary/nearest-name.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { checkCondition } from "./check-conditions.ts";
import type { LawProblem } from "./law-problem.ts";
import { type PropertyNames, propertyVocabulary } from "./property-names.ts";

type Place = Pick<LawProblem, "file" | "path">;

/**
 * Checks that everything a property names is there. The names of a property whose question's file could not be read are
 * left unchecked: that file's own faults are told once.
 */
export const checkProperty = (property: Property, names: PropertyNames, place: Place): readonly LawProblem[] => {
  if (!names.questions.has(property.question)) return [unknownQuestion(property, names, place)];
  const rules = names.rules.get(property.question);
  if (rules === undefined) return [];
  return [
    ...unknownRules(property, names, place),
    ...("neverLoses" in property
      ? checkNeverLoses(property, names, place)
      : checkImplication(property, { ...names, vocabulary: propertyVocabulary(names.vocabulary, rules) }, place)),
  ];
};

const unknownQuestion = ({ question }: Property, { questions }: PropertyNames, place: Place): LawProblem => ({
  code: "unknown-question",
  file: place.file,
  path: `${place.path}.question`,
  problem: `no rule file answers \`${question}\``,
  fix: suggestion(question, questions, "name a question that has a rule file"),
});

const unknownRules = ({ enable = [] }: Property, { rules, questions }: PropertyNames, place: Place): LawProblem[] => {
  const known = new Set<RuleId>([...rules.values()].flat().map(({ id }) => id));
  if (rules.size < questions.size) return [];
  return enable.flatMap((id, at) =>
    known.has(id)
      ? []
      : [
          {
            code: "unknown-rule" as const,
            file: place.file,
            path: `${place.path}.enable[${at}]`,
            problem: `no rule \`${id}\``,
            fix: suggestion(id, known, "name a rule of this jurisdiction"),
          },
        ],
  );
};

const checkImplication = ({ when, then }: Implication, names: PropertyNames, place: Place): LawProblem[] => [
  ...(when === undefined ? [] : checkCondition(when, names, { ...place, path: `${place.path}.when` })),
  ...checkCondition(then, names, { ...place, path: `${place.path}.then` }),
];

const checkNeverLoses = ({ neverLoses }: NeverLoses, names: PropertyNames, place: Place): LawProblem[] =>
  neverLoses.flatMap((fact, at) => checkOrdered(fact, names, { ...place, path: `${place.path}.neverLoses[${at}]` }));

const checkOrdered = (fact: FactName, { vocabulary }: PropertyNames, place: Place): LawProblem[] => {
  const definition = vocabulary.get(fact);
  if (definition === undefined)
    return [
      {
        code: "unknown-fact",
        ...place,
        problem: `no fact \`${fact}\` in the vocabulary`,
        fix: suggestion(fact, vocabulary.keys(), "write a fact of the vocabulary"),
      },
    ];
  if (definition.type !== "enum") return [];
  return [
    {
      code: "value-has-no-order",
      ...place,
      problem: `the values of \`${fact}\` have no order`,
      fix: "write two properties with `when` and `then`",
    },
  ];
};
