import { z } from "@hono/zod-openapi";
import { JurisdictionId, LocalDate } from "@victim-rights/core";
import { factsFromStated, type Law } from "@victim-rights/rules";
import { determineVictimStatus, purposesOf } from "@victim-rights/victim-definition";
import * as Effect from "effect/Effect";
import { type Asked, endpoint, ok, Written } from "../http/endpoint.ts";
import { MINIMAL_APPLIED, prefersMinimal } from "../http/prefer.ts";
import { decidedOr } from "../law/decided-or.ts";
import { DecisionAsked, decideAsked, ENABLE, FACTS } from "../law/decision-asked.ts";
import { lawOf } from "../law/law-of.ts";
import { decisionBatch } from "./decision-batch.ts";
import { DeterminationView } from "./determination-view.ts";

const StatusAsked = z.strictObject({
  jurisdiction: JurisdictionId,
  purpose: z.string().min(1).max(100),
  asOf: LocalDate,
  facts: FACTS,
  enable: ENABLE,
});
type StatusAsked = z.infer<typeof StatusAsked>;

const Loose = z.looseObject({});

const TAG = "Law";

const states = endpoint({
  operation: "list-jurisdictions",
  method: "get",
  path: "/jurisdictions",
  tag: TAG,
  summary: "The states whose law is served, with their questions, purposes and facts",
  answers: {
    200: {
      description: "Every state",
      schema: z.object({
        items: z.array(
          z.object({
            jurisdiction: z.string(),
            name: z.string(),
            questions: z.array(z.string()),
            purposes: z.array(z.string()),
            channels: z.array(z.string()),
            facts: z.array(z.string()),
          }),
        ),
      }),
    },
  },
  handle: ({ ports }) => Effect.sync(() => ok({ items: [...ports.states.values()].map(({ law }) => inOutline(law)) })),
});

const inOutline = (law: Law) => ({
  jurisdiction: law.id,
  name: law.profile.name,
  questions: [...law.questions.keys()],
  purposes: purposesOf(law).map(({ purpose }) => purpose),
  channels: law.profile.channels.map(({ id }) => id),
  facts: [...law.vocabulary.keys()],
});

const decision = endpoint({
  operation: "decide",
  method: "post",
  path: "/decisions",
  tag: TAG,
  summary: "Decide a question of law for one person and one event",
  description:
    "`undetermined` is an answer: it names the facts that could settle it. A determination carries its grounds, citations and a receipt that anybody can replay. With `Prefer: return=minimal` (RFC 7240) rules and missing facts are named by id alone, and nothing that is unknown is left out; the receipt is the same, and the same request without it has the rest. Nothing of the request is kept.",
  body: DecisionAsked,
  prefers: true,
  answers: { 200: { description: "The determination", schema: DeterminationView } },
  handle: ({ ports, body, request }: Asked<unknown, unknown, DecisionAsked>) => {
    const isMinimal = prefersMinimal(request);
    return Effect.map(decideAsked(ports, body, isMinimal ? "outline" : "full"), (text) =>
      ok(new Written(text), isMinimal ? MINIMAL_APPLIED : {}),
    );
  },
});

const status = endpoint({
  operation: "determine-victim-status",
  method: "post",
  path: "/victim-determinations",
  tag: TAG,
  summary: "Whether a person is a victim for a purpose, and in whose right",
  body: StatusAsked,
  answers: {
    200: {
      description: "The determination, with the standing behind each ground",
      schema: z.object({ purpose: z.string(), determination: DeterminationView, standings: z.array(Loose) }),
    },
  },
  handle: ({ ports, body }: Asked<unknown, unknown, StatusAsked>) =>
    Effect.gen(function* () {
      const { law } = yield* lawOf(ports, body.jurisdiction);
      const { purpose, asOf, enable } = body;
      const facts = factsFromStated(body.facts);
      return ok(yield* decidedOr(determineVictimStatus({ law, purpose, asOf, enable, facts }), law));
    }),
});

/** Routes that decide questions of law. */
export const DECISION_ROUTES = [states, decision, decisionBatch, status];
