import type { PanelFacts, ServiceFacts } from "@victim-rights/restorative-justice";

/** Nothing was looked at: no gate that asks for a paper passes. */
export const emptyPapers = (): unknown => ({
  statements: [],
  participant: null,
  offence: null,
  custody: null,
  counterpart: null,
  consents: [],
  orderChecks: [],
  courtChanges: [],
  conduct: null,
  facilitators: [],
  triggers: [],
});

/** Nobody was looked up who would listen, and no proceeding. */
export const NO_PANEL_FACTS: PanelFacts = {
  attendance: null,
  ownCase: null,
  proceedings: { id: null, found: "unknown" },
  observers: "not_agreed",
};

/** No site was looked up, and where the victim is nobody knows. */
export const NO_SERVICE_FACTS: ServiceFacts = {
  site: null,
  victimZones: { state: "not_on_file", decision: null },
  offence: "unknown",
  directService: { victimRequest: null, dialogueGates: [] },
};

/** Nothing was looked at, which no gate takes for clean. */
export const NO_LETTER_FACTS = {
  zone: "UTC",
  orders: null,
  conduct: null,
  track: "unknown",
  optIn: { id: null, how: "unknown" },
  victimAge: null,
  identity: null,
  channel: null,
  authorDischargedAt: null,
} as const;
