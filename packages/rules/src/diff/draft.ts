import type { NodeId } from "../diagram/node-table.ts";
import type { DifferenceHead } from "./difference.ts";
import type { SharedDiagrams } from "./shared-diagrams.ts";

/** A difference and the boolean diagram of where it holds, before that is told in words. */
export type Draft = { readonly head: DifferenceHead; readonly where: NodeId };

/** Where both sides answer yes: only there have both of them grounds. */
export const bothYes = ({ sides, algebra }: SharedDiagrams): NodeId =>
  algebra.and(sides.left.answers.yes, sides.right.answers.yes);
