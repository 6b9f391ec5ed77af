import { z } from "@hono/zod-openapi";
import { JurisdictionId, SupervisedPersonId } from "@victim-rights/core";
import { openObligations, reconcile, type Reconciliation } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { mayReach, type Reaching } from "../access/may-reach.ts";
import { agesOf, DATA_AGE } from "../feeds/data-age.ts";
import { type Asked, endpoint, type Failing, ok } from "../http/endpoint.ts";
import { knownOf, SYSTEM } from "../inbound/plan-event.ts";
import { lawOf } from "../law/law-of.ts";
import { planUnder } from "../law/plan-under.ts";

const MOST_PEOPLE = 100;

const ReconciliationAsked = z.strictObject({
  jurisdiction: JurisdictionId,
  supervisedPersonIds: z.array(SupervisedPersonId).min(1).max(MOST_PEOPLE),
});
type ReconciliationAsked = z.infer<typeof ReconciliationAsked>;

const Ids = z.array(z.string());

const ReconciliationView = z.object({
  supervisedPersonId: z.string(),
  missingObligations: Ids,
  missingTasks: Ids,
  outdated: Ids,
  unknownToSource: Ids,
  compared: z.object({ pairs: z.int(), obligations: z.int(), tasks: z.int() }),
});

const report = endpoint({
  operation: "reconcile",
  method: "post",
  path: "/reconciliations",
  tag: "Notices",
  summary: "Hold the record against what the custody source says of some people under supervision",
  description:
    "What is owed and in no record, what is for a person and in no queue, what is open for an event that changed, and what the source does not know, by id. Nothing is changed. It is about those who are registered now and within reach.",
  body: ReconciliationAsked,
  answers: {
    200: {
      description: "The report, in the order of the request",
      schema: z.object({ items: z.array(ReconciliationView), ...DATA_AGE }),
    },
  },
  handle: (asked: Asked<unknown, unknown, ReconciliationAsked>) =>
    Effect.gen(function* () {
      const { jurisdiction, supervisedPersonIds } = asked.body;
      const items = yield* Effect.forEach(supervisedPersonIds, (id) => reconciledFor(asked, jurisdiction, id));
      return ok({ items, dataAge: yield* agesOf(asked.ports, jurisdiction) });
    }),
});

/** Routes that compare the record with its source. */
export const RECONCILIATION_ROUTES = [report];

type Reconciled = Reconciliation & { readonly supervisedPersonId: SupervisedPersonId };

const reconciledFor = (
  reaching: Reaching,
  jurisdiction: JurisdictionId,
  supervisedPersonId: SupervisedPersonId,
): Effect.Effect<Reconciled, Failing> =>
  Effect.gen(function* () {
    const { ports } = reaching;
    const state = yield* lawOf(ports, jurisdiction);
    const isOfState = (each: { readonly jurisdiction: string }): boolean => each.jurisdiction === jurisdiction;
    const history = yield* ports.custody.of(supervisedPersonId);
    const registrations = yield* Effect.filter(
      (yield* ports.registry.about(supervisedPersonId)).filter(isOfState),
      ({ person }) => mayReach(reaching, { kind: "person", id: person.id }),
    );
    const obligations = (yield* knownOf(ports, registrations)).filter(
      ({ subject }) => isOfState(subject) && subject.supervisedPersonId === supervisedPersonId,
    );
    const plan = yield* planUnder(state, {
      events: history.events.filter(isOfState),
      offenses: history.offenses,
      registrations,
      now: ports.clock(),
    });
    const raised = openObligations({ plan, known: obligations, by: SYSTEM }).tasks.map(({ id }) => id);
    const tasks = (yield* ports.obligations.findTasks(raised)).map(({ task }) => task);
    return { supervisedPersonId, ...reconcile({ plan, obligations, tasks, by: SYSTEM }) };
  });
