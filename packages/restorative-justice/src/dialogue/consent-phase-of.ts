import type { ConsentPhase } from "../gate/consent.ts";
import type { DialogueCase } from "./dialogue-case.ts";
import type { DialogueAct } from "./dialogue-command.ts";
import type { Pausable } from "./dialogue-state.ts";

const OF_ACT: Readonly<Partial<Record<DialogueAct, ConsentPhase>>> = {
  "approach-offender": "approach",
  "begin-preparation": "preparation",
  "hold-session": "preparation",
  "review-readiness": "preparation",
  "return-to-preparation": "preparation",
  schedule: "dialogue",
  "hold-dialogue": "dialogue",
  debrief: "dialogue",
  "follow-up": "follow-up",
  close: "follow-up",
};

const OF_STATE: Readonly<Record<Pausable, ConsentPhase>> = {
  requested: "intake",
  intake: "intake",
  offender_approach: "approach",
  preparation: "preparation",
  readiness_review: "preparation",
  scheduled: "dialogue",
};

/** The phase that a step needs consent to; going on after a pause needs that of the state gone back to. */
export const consentPhaseOf = (act: DialogueAct, { held }: DialogueCase): ConsentPhase =>
  OF_ACT[act] ?? (act === "resume" && held !== null ? OF_STATE[held.from] : "intake");
