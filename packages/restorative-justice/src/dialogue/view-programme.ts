import type { DialoguePolicy } from "../gate/dialogue-policy.ts";
import type { DialogueCase } from "./dialogue-case.ts";

/** All that the programme's own people see: the whole case, with any open danger first. It never leaves the programme. */
export type ProgrammeView = { readonly first: string | null; readonly dialogue: DialogueCase };

/** The programme's view of a case. */
export const programmeView = (
  dialogue: DialogueCase,
  { emergencyGuidance }: Pick<DialoguePolicy, "emergencyGuidance">,
): ProgrammeView => ({ first: dialogue.danger === null ? null : emergencyGuidance, dialogue });
