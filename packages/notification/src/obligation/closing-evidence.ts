import type {
  Confirmation,
  CorrectionOwed,
  DeliveryAccepted,
  DocumentedSearch,
  EventWithdrawn,
  LawfulDecline,
  PersonDecision,
  SupersededByRevision,
} from "./evidence.ts";
import type { ClosedState, OpenState } from "./obligation-state.ts";

/** The evidence that each end asks for. A state that is not listed here is no end. */
export type ClosingEvidence = {
  readonly confirmed: Confirmation;
  readonly served: DeliveryAccepted;
  readonly declined: LawfulDecline;
  readonly superseded: SupersededByRevision;
  readonly withdrawn: EventWithdrawn;
  readonly corrected: CorrectionOwed;
  readonly "search-exhausted": DocumentedSearch;
  readonly decided: PersonDecision;
};

/** Where an obligation stands, with the evidence that closed it: an end without its evidence has no such value. */
export type Standing =
  | { readonly state: OpenState; readonly closedBy: null }
  | {
      readonly [State in ClosedState]: { readonly state: State; readonly closedBy: ClosingEvidence[State] };
    }[ClosedState];
