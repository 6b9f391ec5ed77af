import type { StoreUnavailable } from "@victim-rights/core";
import type {
  CaseId,
  DialogueFacts,
  DialoguePolicy,
  LetterFacts,
  LetterPolicy,
  PanelFacts,
  PanelPolicy,
  ServiceFacts,
  ServicePolicy,
} from "@victim-rights/restorative-justice";
import type { Effect } from "effect/Effect";

/** What an agency has set for its programmes. */
export type ProgrammePolicies = {
  readonly dialogue: DialoguePolicy;
  readonly letter: LetterPolicy;
  readonly panel: PanelPolicy;
  readonly service: ServicePolicy;
};

/**
 * What the programme knows of a case when a step is asked for: papers on file, checks, screenings. Nobody can send it
 * along with a command.
 */
export type CaseFacts = {
  readonly dialogue: (id: CaseId) => Effect<DialogueFacts, StoreUnavailable>;
  readonly letter: (id: CaseId) => Effect<LetterFacts, StoreUnavailable>;
  readonly panel: (id: CaseId) => Effect<PanelFacts, StoreUnavailable>;
  readonly service: (id: CaseId) => Effect<ServiceFacts, StoreUnavailable>;
};
