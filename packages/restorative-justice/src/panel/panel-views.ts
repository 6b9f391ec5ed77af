import { type DangerPolicy, firstOf } from "../programme/danger.ts";
import type { CaseId } from "../programme/ids.ts";
import type { PanelCase } from "./panel-case.ts";
import type { PanelSession } from "./panel-command.ts";
import type { PanelState } from "./panel-state.ts";

/** The speaker's own view: where things stand, and the panel that is planned. */
export type SpeakerView = {
  /** Shown before all else while a disclosure of danger is open. */
  readonly first: string | null;
  readonly speaker: CaseId;
  readonly state: PanelState;
  readonly session: PanelSession | null;
};

/** The speaker's view of the case. */
export const speakerView = (each: PanelCase, policy: DangerPolicy): SpeakerView => ({
  first: firstOf(each, policy),
  speaker: each.id,
  state: each.state,
  session: each.session,
});

/**
 * What anybody on the offender side sees of a speaker's case: nothing. Who speaks, who was checked and which audience was
 * turned down are no declared signals (15.2), so the type has no field.
 */
export type PanelOffenderView = Readonly<Record<string, never>>;

/** The offender side's view; it takes no case, and so cannot depend on one. */
export const panelOffenderView = (): PanelOffenderView => ({});

/** The programme's view: the whole case, with any open danger first. */
export const programmePanelView = (
  speaker: PanelCase,
  policy: DangerPolicy,
): { readonly first: string | null; readonly speaker: PanelCase } => ({ first: firstOf(speaker, policy), speaker });
