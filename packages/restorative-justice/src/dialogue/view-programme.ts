import { type DangerPolicy, firstOf } from "../programme/danger.ts";
import type { DialogueCase } from "./dialogue-case.ts";

/** All that the programme's own people see: the whole case, with any open danger first. It never leaves the programme. */
export type ProgrammeView = { readonly first: string | null; readonly dialogue: DialogueCase };

/** The programme's view of a case. */
export const programmeView = (dialogue: DialogueCase, policy: DangerPolicy): ProgrammeView => ({
  first: firstOf(dialogue, policy),
  dialogue,
});
