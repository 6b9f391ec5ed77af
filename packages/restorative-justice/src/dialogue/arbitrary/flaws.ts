import { addHours } from "@victim-rights/core";
import type { DialogueFacts, GatePapers } from "../../gate/gate-papers.ts";
import type { Consent } from "../../gate/consent.ts";
import type { ScreenResult } from "../../screening/screen-result.ts";

/** Screens that came to something else than nothing, for flaws to put in the place of the quiet one. */
export type LoudScreens = { readonly escalating: ScreenResult; readonly blocked: ScreenResult };

/** What may be wrong on file when a step is asked for. */
export const FLAWS = [
  "order-active",
  "order-unchecked",
  "order-stale",
  "victim-silent",
  "victim-refuses",
  "victim-uninformed",
  "victim-expired",
  "offender-silent",
  "offender-withdraws",
  "offender-pressed",
  "offender-expired",
  "screen-escalates",
  "screen-blocks",
  "nobody-screened",
  "nothing-stated",
  "contact-found",
] as const;
/** What may be wrong on file: see {@link FLAWS}. */
export type Flaw = (typeof FLAWS)[number];

type Change = (papers: GatePapers) => Partial<GatePapers>;

const consentsWith =
  (party: Consent["party"], change: (consent: Consent) => readonly Consent[]): Change =>
  ({ consents }) => ({ consents: consents.flatMap((each) => (each.party === party ? change(each) : [each])) });

const as = (rest: Readonly<Record<string, unknown>>) => (consent: Consent) => [{ ...consent, ...rest } as Consent];

const longAgo = (consent: Consent): readonly Consent[] => [{ ...consent, at: addHours(consent.at, -90 * 24) }];

const PAPER_FLAWS: Readonly<Partial<Record<Flaw, Change>>> = {
  "order-active": ({ orderChecks }) => ({
    orderChecks: orderChecks.map((check) => ({ ...check, found: "active_order" as const })),
  }),
  "order-unchecked": () => ({ orderChecks: [] }),
  "order-stale": ({ orderChecks }) => ({
    orderChecks: orderChecks.map((check) => ({ ...check, at: addHours(check.at, -7 * 24) })),
  }),
  "victim-silent": consentsWith("victim", () => []),
  "victim-refuses": consentsWith("victim", as({ status: "refused" })),
  "victim-uninformed": consentsWith("victim", as({ informed: "in-part" })),
  "victim-expired": consentsWith("victim", longAgo),
  "offender-silent": consentsWith("offender", () => []),
  "offender-withdraws": consentsWith("offender", as({ status: "withdrawn" })),
  "offender-pressed": consentsWith("offender", as({ pressure: "found" })),
  "offender-expired": consentsWith("offender", longAgo),
  "nothing-stated": () => ({ statements: [] }),
  "contact-found": ({ conduct }) => ({
    conduct:
      conduct === null
        ? null
        : { ...conduct, incidents: [...conduct.incidents, { id: conduct.paper, at: conduct.reviewedAt }] },
  }),
};

/** Facts with a flaw put in. */
export const flawed = (facts: DialogueFacts, flaw: Flaw | null, loud: LoudScreens): DialogueFacts => {
  const { papers, screening } = facts;
  if (flaw === null) return facts;
  if (flaw === "nobody-screened") return { papers, screening: { ...screening, results: [] } };
  if (flaw === "screen-escalates") return { papers, screening: { ...screening, results: [loud.escalating] } };
  if (flaw === "screen-blocks") return { papers, screening: { ...screening, results: [loud.blocked] } };
  return { papers: { ...papers, ...PAPER_FLAWS[flaw]?.(papers) }, screening };
};
