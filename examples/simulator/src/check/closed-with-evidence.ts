import { isOpen, type ClosedObligation } from "@victim-rights/notification";
import type { Simulation } from "../simulation.ts";
import type { Checker } from "./checker.ts";

/** No obligation ends without evidence, and the evidence is something that truly happened. */
export const closedWithEvidence: Checker = {
  name: "closed-with-evidence",
  open: (simulation, broken) => {
    let checked = 0;
    return {
      hear: (happening) => {
        if (happening.kind !== "written") return;
        for (const { before, after } of happening.obligations) {
          if (isOpen(after) || (before !== null && before.state === after.state)) continue;
          checked += 1;
          if (!isBorneOut(after as ClosedObligation, simulation))
            broken(`${after.id} is ${after.state} by ${after.closedBy.kind}, which nothing bears out`);
        }
      },
      checked: () => checked,
    };
  },
};

type Ends = {
  readonly [State in ClosedObligation["state"]]: (
    closed: Extract<ClosedObligation, { readonly state: State }>,
    simulation: Simulation,
  ) => boolean;
};

const BORNE_OUT: Ends = {
  confirmed: ({ closedBy }, { papers }) =>
    ["confirmation", "staff-call"].includes(papers.kindOf(closedBy.record) ?? ""),
  declined: ({ closedBy }, { papers }) => papers.kindOf(closedBy.writing) === "decline",
  decided: ({ closedBy }, { papers }) => papers.kindOf(closedBy.record) === "decision",
  "search-exhausted": ({ closedBy, search }, { papers }) =>
    papers.kindOf(closedBy.record) === "search" && search.length > 0,
  // The correction is opened in the same step, so that it is there as soon as anybody can look.
  corrected: ({ closedBy }, { store }) => store.obligations.has(closedBy.correction),
  superseded: ({ closedBy }, { agency }) => agency.log.has(`${closedBy.event} r${closedBy.revision}`),
  withdrawn: ({ closedBy }, { agency }) =>
    agency.log.get(`${closedBy.event} r${closedBy.revision}`)?.status === "withdrawn",
  served: ({ closedBy, id }, { post }) =>
    [...post.sends.values()].some(
      ({ send, arrivals }) => send.obligation === id && send.attempt === closedBy.attempt && arrivals > 0,
    ),
};

const isBorneOut = (closed: ClosedObligation, simulation: Simulation): boolean =>
  // INVARIANT: what stands under a state reads the obligations of that state.
  (BORNE_OUT[closed.state] as (closed: ClosedObligation, simulation: Simulation) => boolean)(closed, simulation);
