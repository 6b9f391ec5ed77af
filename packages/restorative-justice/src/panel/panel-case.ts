import type { Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { ProgrammeCase } from "../programme/advance-case.ts";
import { SideMayNot } from "../programme/errors.ts";
import type { CaseId, EvidenceRef } from "../programme/ids.ts";
import type { OfferToSpeak, PanelCommand, PanelSession } from "./panel-command.ts";
import type { PanelState } from "./panel-state.ts";

/** One speaker's case. Nothing in it says why somebody paused, left or was not ready. */
export type PanelCase = ProgrammeCase<PanelState, PanelCommand> & {
  readonly id: CaseId;
  readonly state: PanelState;
  readonly session: PanelSession | null;
  /** When the audience at hand was checked, and by which list. */
  readonly audienceChecked: { readonly at: Instant; readonly list: EvidenceRef } | null;
  /** Where a paused speaker stood. */
  readonly pausedFrom: PanelState | null;
};

/**
 * Opens a case for somebody who offers to speak.
 * @errors `SideMayNot` when anybody else puts that person forward.
 */
export const openPanelCase = (command: OfferToSpeak): Result.Result<PanelCase, SideMayNot> => {
  const { act, at, by, evidence, speaker } = command;
  if (by.side !== "victim-side")
    return Result.fail(new SideMayNot({ act, side: by.side, may: ["victim-side"] as const }));
  const line = { seq: 1, command: command.id, act, by, at, from: "interested", to: "interested", gates: [] } as const;
  return Result.succeed({
    id: speaker,
    state: "interested",
    session: null,
    audienceChecked: null,
    pausedFrom: null,
    danger: null,
    commands: [command],
    record: [{ ...line, evidence }],
  });
};
