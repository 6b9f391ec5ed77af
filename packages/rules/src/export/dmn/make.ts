import type { ModdleElement } from "dmn-moddle";

/** Makes an element of a document. */
export type Make = (type: string, attributes: Readonly<Record<string, unknown>>) => ModdleElement;

/** The id of an input; that of a decision is its name. */
export const inputId = (name: string): string => `${name}_Input`;

/** The id of a decision's need of an input or of another decision. */
export const needId = (decision: string, needed: string): string => `${decision}_Needs_${needed}`;
