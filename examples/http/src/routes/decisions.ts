import { z } from "@hono/zod-openapi";
import { JurisdictionId, LocalDate } from "@victim-rights/core";
import {
  type DecideError,
  decide,
  factsFromStated,
  type Law,
  QuestionId,
  RuleId,
  StatedFact,
} from "@victim-rights/rules";
import { determineVictimStatus, purposesOf, type VictimStatusError } from "@victim-rights/victim-definition";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Asked, endpoint, type Failing, ok } from "../http/endpoint.ts";
import { problem } from "../http/problem.ts";
import { compiledQuestions } from "../law/compiled-questions.ts";
import { factIssues } from "../law/fact-issues.ts";
import { lawOf } from "../law/law-of.ts";

const FACTS = z.record(z.string().max(100), StatedFact).openapi({
  description: "Facts by name: a value, `null` for not asked, `{ uncertain: true }` for asked and not known.",
});
const ENABLE = z.array(RuleId).max(50).default([]).openapi({
  description: "Rules that are off by default and that the agency turns on.",
});

const DecisionAsked = z.strictObject({
  jurisdiction: JurisdictionId,
  question: QuestionId,
  asOf: LocalDate,
  facts: FACTS,
  enable: ENABLE,
});
type DecisionAsked = z.infer<typeof DecisionAsked>;

const StatusAsked = z.strictObject({
  jurisdiction: JurisdictionId,
  purpose: z.string().min(1).max(100),
  asOf: LocalDate,
  facts: FACTS,
  enable: ENABLE,
});
type StatusAsked = z.infer<typeof StatusAsked>;

const Loose = z.looseObject({});

/** A determination with everything that it rests on. */
const DeterminationView = z
  .looseObject({
    jurisdiction: z.string(),
    question: z.string(),
    asOf: z.string(),
    edition: z.string(),
    answer: z.enum(["yes", "no", "undetermined"]),
    grounds: z.array(z.looseObject({ rule: z.string(), title: z.string(), cites: z.array(Loose) })),
    missing: z.array(z.looseObject({ fact: z.string(), question: z.string() })),
    receipt: z.looseObject({ ruleHash: z.string(), factsDigest: z.string() }),
  })
  .openapi("Determination");

const TAG = "Law";
const questions = compiledQuestions();

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
    "`undetermined` is an answer: it names the facts that could settle it. A determination carries its grounds, citations and a receipt that anybody can replay. Nothing of the request is kept.",
  body: DecisionAsked,
  answers: { 200: { description: "The determination", schema: DeterminationView } },
  handle: ({ ports, body }: Asked<unknown, unknown, DecisionAsked>) =>
    Effect.gen(function* () {
      const { law } = yield* lawOf(ports, body.jurisdiction);
      const compiled = yield* fromResult(questions(law, body), law);
      return ok(yield* fromResult(decide(compiled, factsFromStated(body.facts)), law));
    }),
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
      return ok(yield* fromResult(determineVictimStatus({ law, purpose, asOf, enable, facts }), law));
    }),
});

/** Routes that decide questions of law. */
export const DECISION_ROUTES = [states, decision, status];

const fromResult = <A>(
  result: Result.Result<A, DecideError | VictimStatusError>,
  law: Law,
): Effect.Effect<A, Failing> =>
  Result.isSuccess(result) ? Effect.succeed(result.success) : Effect.fail(refusal(result.failure, law));

const refusal = (error: DecideError | VictimStatusError, law: Law): Failing => {
  switch (error._tag) {
    case "FactProblems":
      return problem("bad-request", "facts do not fit", { issues: factIssues(error, law) });
    case "UnknownQuestion":
      return oneOf("$.question", "is no question of this state", [...law.questions.keys()]);
    case "PurposeUnknown":
      return oneOf("$.purpose", "is no purpose of this state", error.purposes);
    case "UnknownEnabledRule":
      return oneOf("$.enable", "names a rule that no question of this state has", []);
    case "PackUnsigned":
    case "QuestionCycle":
    case "RuleConflict":
      return error;
  }
};

const oneOf = (path: string, what: string, known: readonly string[]): Failing => {
  const fix = known.length === 0 ? "leave it out" : `give one of ${known.join(", ")}`;
  return problem("bad-request", "the request does not fit", { issues: [{ path, problem: what, fix }] });
};
