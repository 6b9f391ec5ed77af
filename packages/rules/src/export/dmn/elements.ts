import type { DmnModdle, ModdleElement } from "dmn-moddle";
import { diagramElement } from "./diagram-element.ts";
import type { DmnDecision, DmnInput, DmnModel, DmnType } from "./dmn-model.ts";
import { type DmnVersion, namespacesOf } from "./dmn-version.ts";
import { inputId, type Make, needId } from "./make.ts";
import { tableElement } from "./table-element.ts";

/** The whole document as elements, ready to be written as XML. */
export const definitionsElement = (moddle: DmnModdle, model: DmnModel, version: DmnVersion): ModdleElement => {
  const namespaces = namespacesOf(version);
  const make: Make = (type, attributes) => moddle.create(type, attributes);
  const inputs = model.inputs.map((input) => inputElement(make, input));
  const needs = new Map(model.decisions.map((decision) => [decision.name, needsOf(make, decision)]));
  const decisions = model.decisions.map((each) => decisionElement(make, each, needs.get(each.name) ?? []));
  return make("dmn:Definitions", {
    xmlns: namespaces.model,
    id: model.id,
    name: model.name,
    namespace: model.namespace,
    expressionLanguage: namespaces.feel,
    exporter: "victim-rights",
    description: model.description,
    itemDefinition: model.types.map((type) => typeElement(make, type)),
    drgElement: [...inputs, ...decisions],
    dmnDI: diagramElement(make, model, [...inputs, ...decisions, ...[...needs.values()].flat()]),
  });
};

const typeElement = (make: Make, { name, isList, of }: DmnType): ModdleElement => {
  const told = { name, ...(isList ? { isCollection: true } : {}) };
  if ("parts" in of) {
    const parts = of.parts.map((part) => make("dmn:ItemDefinition", { name: part.name, typeRef: part.type }));
    return make("dmn:ItemDefinition", { ...told, itemComponent: parts });
  }
  const allowed = of.allowed === null ? {} : { allowedValues: make("dmn:UnaryTests", { text: of.allowed }) };
  return make("dmn:ItemDefinition", { ...told, typeRef: of.base, ...allowed });
};

const inputElement = (make: Make, { name, label, description, type }: DmnInput): ModdleElement =>
  make("dmn:InputData", {
    id: inputId(name),
    name,
    label,
    description,
    variable: make("dmn:InformationItem", { id: `${name}_Variable`, name, typeRef: type }),
  });

const needsOf = (make: Make, { name, needsInputs, needsDecisions }: DmnDecision): readonly ModdleElement[] => {
  const reference = (id: string): ModdleElement => make("dmn:DMNElementReference", { href: `#${id}` });
  const need = (needed: string, required: Readonly<Record<string, ModdleElement>>): ModdleElement =>
    make("dmn:InformationRequirement", { id: needId(name, needed), ...required });
  return [
    ...needsInputs.map((input) => need(input, { requiredInput: reference(inputId(input)) })),
    ...needsDecisions.map((decision) => need(decision, { requiredDecision: reference(decision) })),
  ];
};

const decisionElement = (make: Make, decision: DmnDecision, needs: readonly ModdleElement[]): ModdleElement => {
  const { name, label, description, question, allowedAnswers, type } = decision;
  return make("dmn:Decision", {
    id: name,
    name,
    label,
    description,
    ...(question === null ? {} : { question }),
    ...(allowedAnswers === null ? {} : { allowedAnswers }),
    variable: make("dmn:InformationItem", { id: `${name}_Variable`, name, typeRef: type }),
    informationRequirement: needs,
    decisionLogic: logicElement(make, decision),
  });
};

const logicElement = (make: Make, { name, type, logic }: DmnDecision): ModdleElement =>
  logic.kind === "table"
    ? tableElement(make, name, logic)
    : make("dmn:LiteralExpression", { id: `${name}_Expression`, typeRef: type, text: logic.text });
