import { invariant } from "@victim-rights/core";
import type { ModdleElement } from "dmn-moddle";
import type { DmnModel } from "./dmn-model.ts";
import { type Box, layoutOf, type Point } from "./layout.ts";
import { inputId, type Make, needId } from "./make.ts";

/** The diagram of a document: a shape per input and decision, a line per need. */
export const diagramElement = (make: Make, model: DmnModel, drawn: readonly ModdleElement[]): ModdleElement => {
  const { boxes, lines } = layoutOf(model);
  const elements = new Map(drawn.map((element) => [element["id"], element]));
  const find = (id: string): ModdleElement => {
    const element = elements.get(id);
    invariant(element !== undefined, `nothing to draw for ${id}`);
    return element;
  };
  const inputs = new Set(model.inputs.map(({ name }) => name));
  const shapes = [...boxes].map(([name, box]) => shapeOf(make, find(inputs.has(name) ? inputId(name) : name), box));
  const needs = lines.map(({ from, to, points }) => lineOf(make, find(needId(to, from)), points));
  const diagram = make("dmndi:DMNDiagram", { id: `${model.id}_Diagram`, diagramElements: [...shapes, ...needs] });
  return make("dmndi:DMNDI", { diagrams: [diagram] });
};

const shapeOf = (make: Make, element: ModdleElement, box: Box): ModdleElement =>
  make("dmndi:DMNShape", {
    id: `${String(element["id"])}_Shape`,
    dmnElementRef: element,
    bounds: make("dc:Bounds", box),
  });

const lineOf = (make: Make, element: ModdleElement, points: readonly Point[]): ModdleElement =>
  make("dmndi:DMNEdge", {
    id: `${String(element["id"])}_Line`,
    dmnElementRef: element,
    waypoint: points.map((point) => make("dc:Point", point)),
  });
