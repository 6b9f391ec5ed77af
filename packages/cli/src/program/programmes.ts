import type { Source } from "@victim-rights/core";
import {
  DIALOGUE_MACHINE,
  DIALOGUE_OPEN_IN_DANGER,
  LETTER_MACHINE,
  LETTER_OPEN_IN_DANGER,
  LETTER_RULES,
  type Machine,
  openGates,
  PANEL_MACHINE,
  PANEL_OPEN_IN_DANGER,
  PANEL_RULES,
  SERVICE_MACHINE,
  SERVICE_OPEN_IN_DANGER,
  SERVICE_RULES,
} from "@victim-rights/restorative-justice";

/** The programmes: each is a table of steps. */
export const PROGRAMMES = ["dialogue", "letter", "panel", "service"] as const;
export type ProgrammeName = (typeof PROGRAMMES)[number];

/** How a case begins where it is not there from the start: by which act, in which state, by whom. */
type Opening = { readonly act: string; readonly to: string; readonly by: readonly string[] };

type Programme = {
  readonly machine: Machine<string, string>;
  /** What an open danger does not hold up. */
  readonly openInDanger: readonly string[];
  /** The sources that its gates cite; those of dialogue take a moment to load. */
  readonly sources: () => readonly Source[];
  /** `null` where a case is there before anybody did anything. */
  readonly opening: Opening | null;
  /** What is said of a case that was not opened yet. */
  readonly unopened: string;
};

/** The table, the sources and the beginning of each programme. */
export const PROGRAMME_OF: Readonly<Record<ProgrammeName, Programme>> = {
  dialogue: {
    machine: DIALOGUE_MACHINE,
    openInDanger: DIALOGUE_OPEN_IN_DANGER,
    sources: () => openGates().law.profile.sources,
    opening: null,
    unopened: "not asked for yet",
  },
  letter: {
    machine: LETTER_MACHINE,
    openInDanger: LETTER_OPEN_IN_DANGER,
    sources: () => LETTER_RULES.sources,
    opening: { act: "submit", to: "submitted", by: ["offender-side"] },
    unopened: "not handed in yet",
  },
  panel: {
    machine: PANEL_MACHINE,
    openInDanger: PANEL_OPEN_IN_DANGER,
    sources: () => PANEL_RULES.sources,
    opening: { act: "offer", to: "interested", by: ["victim-side"] },
    unopened: "nobody offered to speak yet",
  },
  service: {
    machine: SERVICE_MACHINE,
    openInDanger: SERVICE_OPEN_IN_DANGER,
    sources: () => SERVICE_RULES.sources,
    opening: { act: "order", to: "ordered", by: ["court", "programme"] },
    unopened: "not ordered yet",
  },
};
