import { DeliveryPolicy } from "@victim-rights/notification";
import type { AgencyRules } from "@victim-rights-examples/delivery-worker/worker/agency-rules";

const RINGING = ["phone", "sms"];
const EVERY = [...RINGING, "email", "postal"];

/** A made-up agency's policy. */
const POLICY = DeliveryPolicy.parse({
  label: "policy",
  version: "simulation",
  jurisdiction: "xx-sim",
  decidedBy: "the simulation",
  decidedOn: "2026-01-01",
  nearDeadlineMinutes: 1440,
  escalateBeforeMinutes: 240,
  quietHours: { from: "21:00", to: "08:00", methods: RINGING },
  cadences: [
    {
      id: "pressing",
      urgencies: ["late", "near-deadline", "prompt"],
      methods: EVERY,
      waitMinutes: 180,
      maxAttempts: 5,
      why: "soon again",
    },
    { id: "routine", urgencies: ["routine"], methods: EVERY, waitMinutes: 1440, maxAttempts: 3, why: "daily" },
  ],
  collisions: [
    {
      id: "quiet-law",
      limit: "quiet-hours",
      standings: ["would-be-late"],
      answer: "send-in-quiet-hours",
      why: "the law first",
    },
    { id: "quiet-prompt", limit: "quiet-hours", standings: ["late", "prompt"], answer: "wait", why: "in the morning" },
    { id: "safe-law", limit: "safe-contact", standings: ["would-be-late"], answer: "person", why: "safety first" },
    { id: "safe-prompt", limit: "safe-contact", standings: ["late", "prompt"], answer: "wait", why: "safety first" },
  ],
  acceptDelivery: { methods: ["email"], reason: "receipt-accepted" },
});

/** The rules of the agency; what it does in doubt differs between simulations. */
export const agencyRules = (onDoubt: AgencyRules["onDoubt"]): AgencyRules => ({ policy: POLICY, onDoubt });
