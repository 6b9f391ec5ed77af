import { z } from "@hono/zod-openapi";
import { CustodyEvent, Instant, JurisdictionId, Offense, Registration } from "@victim-rights/core";
import type { Owed, RankedMethod } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { agesOf, DATA_AGE } from "../feeds/data-age.ts";
import { type Asked, endpoint, ok } from "../http/endpoint.ts";
import { lawOf } from "../law/law-of.ts";
import { planUnder } from "../law/plan-under.ts";

const MOST_EVENTS = 200;
const MOST_REGISTRATIONS = 500;

const PlanAsked = z.strictObject({
  jurisdiction: JurisdictionId,
  now: Instant.optional(),
  events: z.array(CustodyEvent).min(1).max(MOST_EVENTS),
  offenses: z.array(Offense).max(MOST_REGISTRATIONS).default([]),
  registrations: z.array(Registration).min(1).max(MOST_REGISTRATIONS),
});
type PlanAsked = z.infer<typeof PlanAsked>;

const Pairs = z.array(z.looseObject({ personId: z.string(), eventId: z.string() }));

const plan = endpoint({
  operation: "plan-notices",
  method: "post",
  path: "/plans",
  tag: "Notices",
  summary: "Plan notices for a small batch: what is owed, what needs a person, what is not owed",
  description:
    "Every pair of a person and an event ends in exactly one of the three lists. Ways to reach a person are told by kind and rank; the address or number itself is never answered. Nothing is kept.",
  body: PlanAsked,
  mostBytes: 2_000_000,
  answers: {
    200: {
      description: "The plan",
      schema: z.object({
        jurisdiction: z.string(),
        now: z.string(),
        owed: Pairs,
        needsPerson: Pairs,
        notOwed: Pairs,
        counts: z.looseObject({ pairs: z.int(), owed: z.int(), needsPerson: z.int(), notOwed: z.int() }),
        ...DATA_AGE,
      }),
    },
  },
  handle: ({ ports, body }: Asked<unknown, unknown, PlanAsked>) =>
    Effect.gen(function* () {
      const state = yield* lawOf(ports, body.jurisdiction);
      const { events, offenses, registrations, now = ports.clock() } = body;
      const planned = yield* planUnder(state, { events, offenses, registrations, now });
      const dataAge = yield* agesOf(ports, body.jurisdiction);
      return ok({ ...planned, owed: planned.owed.map(withoutValues), dataAge });
    }),
});

/** Routes that plan notices. */
export const PLAN_ROUTES = [plan];

const withoutValues = (owed: Owed) => ({
  ...owed,
  notices: owed.notices.map((notice) => ({ ...notice, methods: notice.methods.map(withoutValue) })),
});

const withoutValue = ({ method, legal, leaveMessage, why }: RankedMethod) => ({ method, legal, leaveMessage, why });
