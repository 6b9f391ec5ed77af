import { binary } from "../diagram/apply.ts";
import { createManager, isFull, type Manager } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { type Assignment, restrict } from "../diagram/restrict.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import { separateDiagrams } from "./plain/separate-diagrams.ts";
import { SETTLED_ANSWERS } from "./question-diagrams.ts";

/** A diagram of one's own to work on; its terminal values are places in `SETTLED_ANSWERS`. */
export type OpenAnswer = { readonly manager: Manager; readonly root: NodeId };

/** What is left of the answer once the known facts are filled in; `null` when the rules are too large for any diagram. */
export const openAnswer = (compiled: CompiledQuestion, known: Assignment): OpenAnswer | null => {
  const { diagrams } = compiled;
  if (diagrams === null) return separateAnswer(compiled, known);
  const manager = createManager(Number.MAX_SAFE_INTEGER);
  return { manager, root: restrict(diagrams.table, known, manager)(diagrams.answer) };
};

const separateAnswer = (compiled: CompiledQuestion, known: Assignment): OpenAnswer | null => {
  const separate = separateDiagrams(compiled, known);
  if (separate === null) return null;
  const { manager } = separate.build;
  const join = binary(manager, { combine: (yes, conflict) => (conflict === 1 ? CONFLICT : yes) });
  const root = join(separate.answer.yes, separate.answer.conflict);
  return isFull(manager) ? null : { manager: { ...manager, maxNodes: Number.MAX_SAFE_INTEGER }, root };
};

const CONFLICT = SETTLED_ANSWERS.indexOf("conflict");
