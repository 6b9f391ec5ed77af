import type { CaseId } from "../programme/ids.ts";
import type { PanelCase } from "./panel-case.ts";
import type { PanelSession } from "./panel-command.ts";
import type { PanelState } from "./panel-state.ts";

/** The speaker's own view: where things stand, and the panel that is planned. */
export type SpeakerView = {
  readonly speaker: CaseId;
  readonly state: PanelState;
  readonly session: PanelSession | null;
};

/** The speaker's view of the case. */
export const speakerView = ({ id, state, session }: PanelCase): SpeakerView => ({ speaker: id, state, session });

/**
 * What anybody on the offender side sees of a speaker's case: nothing. Who speaks, who was checked and which audience was
 * turned down are no declared signals (15.2), so the type has no field.
 */
export type PanelOffenderView = Readonly<Record<string, never>>;

/** The offender side's view; it takes no case, and so cannot depend on one. */
export const panelOffenderView = (): PanelOffenderView => ({});

/** The programme's view: the whole case. */
export const programmePanelView = (speaker: PanelCase): PanelCase => speaker;
