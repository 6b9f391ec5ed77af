import type { StoredCase } from "./case-file.ts";
import {
  authorView,
  type DangerPolicy,
  offenderServiceView,
  offenderSideView,
  panelOffenderView,
  programmeLetterView,
  programmePanelView,
  programmeServiceView,
  programmeView,
  speakerView,
  victimLetterView,
  victimServiceView,
  victimSideView,
} from "@victim-rights/restorative-justice";

/** All that the offender side sees of a case; nothing of one that nobody has opened. */
export const offenderViewOf = (stored: StoredCase): object => {
  if (stored.programme === "dialogue") return offenderSideView(stored.case);
  if (stored.programme === "panel") return panelOffenderView();
  if (stored.case === null) return {};
  return stored.programme === "letter" ? authorView(stored.case) : offenderServiceView(stored.case);
};

/** All that the victim side sees of a case. */
export const victimViewOf = (stored: StoredCase, policy: DangerPolicy): object => {
  if (stored.programme === "dialogue") return victimSideView(stored.case, policy);
  if (stored.case === null) return nothingFor(stored);
  if (stored.programme === "letter") return victimLetterView(stored.case, policy);
  return stored.programme === "panel" ? speakerView(stored.case, policy) : victimServiceView(stored.case, policy);
};

/** Whether a letter was handed in is none of the victim's news: one that was not looks like one that waits. */
const nothingFor = ({ programme, id }: StoredCase): object =>
  programme === "letter" ? { first: null, letter: id, status: "nothing_to_tell" } : {};

/** What the programme's people see before all else: what to do while a danger is open. */
export const firstInCase = (stored: StoredCase, policy: DangerPolicy): string | null => {
  if (stored.programme === "dialogue") return programmeView(stored.case, policy).first;
  if (stored.case === null) return null;
  if (stored.programme === "letter") return programmeLetterView(stored.case, policy).first;
  return stored.programme === "panel"
    ? programmePanelView(stored.case, policy).first
    : programmeServiceView(stored.case, policy).first;
};
