import type { ModdleElement } from "dmn-moddle";
import type { DmnColumn, DmnRow, DmnTable } from "./dmn-model.ts";
import type { Make } from "./make.ts";

/** Widths in pixels, for viewers that know bpmn.io's: a column of tests, of rule ids, and the remarks. */
const WIDTH = { tests: 150, output: 330, remarks: 480 };

/** A decision table. Every part has an id made of the decision's name and its place. */
export const tableElement = (make: Make, decision: string, table: DmnTable): ModdleElement =>
  make("dmn:DecisionTable", {
    id: `${decision}_Table`,
    hitPolicy: "COLLECT",
    "biodi:annotationsWidth": WIDTH.remarks,
    input: table.columns.map((column, place) => inputClause(make, `${decision}_In${place + 1}`, column)),
    output: [
      make("dmn:OutputClause", {
        id: `${decision}_Out`,
        label: table.output,
        name: table.output,
        typeRef: "string",
        "biodi:width": WIDTH.output,
      }),
    ],
    annotation: table.annotations.map((name) => make("dmn:RuleAnnotationClause", { name })),
    rule: table.rows.map((row, place) => rowElement(make, `${decision}_Row${place + 1}`, row)),
  });

const inputClause = (make: Make, id: string, { variable, label, base }: DmnColumn): ModdleElement =>
  make("dmn:InputClause", {
    id,
    label,
    "biodi:width": WIDTH.tests,
    inputExpression: make("dmn:LiteralExpression", { id: `${id}_Expression`, typeRef: base, text: variable }),
  });

/** dmn-js shows a row's description as its annotation, other tools its annotation entries. */
const rowElement = (make: Make, id: string, { tests, output, notes }: DmnRow): ModdleElement =>
  make("dmn:DecisionRule", {
    id,
    description: notes.join(" | "),
    inputEntry: tests.map((text, place) => make("dmn:UnaryTests", { id: `${id}_Test${place + 1}`, text })),
    outputEntry: [make("dmn:LiteralExpression", { id: `${id}_Out`, text: output })],
    annotationEntry: notes.map((text) => make("dmn:RuleAnnotation", { text })),
  });
