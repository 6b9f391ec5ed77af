import type { Citation, Instant } from "@victim-rights/core";
import type { FactName, Facts } from "@victim-rights/rules";
import type { ActorId } from "../programme/ids.ts";
import type { ConsentPhase } from "./consent.ts";
import type { DialoguePolicy } from "./dialogue-policy.ts";
import type { DialogueFacts } from "./gate-papers.ts";
import type { DialogueFormat, DialogueRequest } from "./request.ts";

/** What the gates know of the case itself. */
export type GateCase = {
  readonly request: DialogueRequest | null;
  readonly format: DialogueFormat | null;
  /** When the request was made; the moment of the step itself while there is none. */
  readonly startedAt: Instant;
  /** When it was put on hold, if it is to be resumed now. */
  readonly heldAt: Instant | null;
  /** The sessions that each side has had, by the commands that record them. */
  readonly sessions: { readonly victim: readonly string[]; readonly offender: readonly string[] };
  /** The papers that the case itself rests on. */
  readonly papers: readonly string[];
};

/** What is asked of the gates: for which case and phase, on which facts, by whose hand and when. */
export type GateInput = {
  readonly dialogue: GateCase;
  readonly phase: ConsentPhase;
  readonly facts: DialogueFacts;
  readonly policy: DialoguePolicy;
  readonly decidedBy: ActorId;
  readonly at: Instant;
};

/** One fact of a gate with what it was read from. `undefined` is not known; what lifts it may depend on the case. */
export type FactEntry = {
  readonly fact: FactName;
  readonly value: Facts[string];
  readonly inputs: readonly string[];
  readonly lifts?: readonly string[];
  /** Where the jurisdiction's choice behind it stands. */
  readonly cites?: readonly Citation[];
};
