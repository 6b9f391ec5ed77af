import type { Purpose, Role } from "./caller.ts";

/** The purposes that a development token of each role is good for; an agency's issuer gives its own, and fewer. */
export const PURPOSES_OF: Readonly<Record<Role, readonly Purpose[]>> = {
  victim: ["notice", "restitution", "restorative-justice"],
  liaison: ["notice"],
  "restitution-officer": ["notice", "restitution"],
  board: ["notice"],
  facilitator: ["notice", "restorative-justice"],
  auditor: ["oversight"],
  feed: ["custody-feed"],
  "offender-side": ["restorative-justice"],
};
