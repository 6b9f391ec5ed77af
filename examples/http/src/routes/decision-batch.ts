import { z } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Asked, endpoint, type Failing, ok, Written } from "../http/endpoint.ts";
import { issuesOf } from "../http/issues-of.ts";
import { MINIMAL_APPLIED, prefersMinimal } from "../http/prefer.ts";
import { problem, problemBody } from "../http/problem.ts";
import { problemOf } from "../http/problem-of.ts";
import { ProblemSchema } from "../http/problem-schema.ts";
import { DecisionAsked, decideAsked } from "../law/decision-asked.ts";
import type { Ports } from "../ports.ts";
import { DeterminationView } from "./determination-view.ts";

const MOST_DECISIONS = 100;

const BatchAsked = z.strictObject({
  decisions: z
    .array(z.unknown().openapi({ type: "object", description: "as `POST /decisions` is asked" }))
    .min(1)
    .max(MOST_DECISIONS),
});
type BatchAsked = z.infer<typeof BatchAsked>;

/** Names that the path of an issue may hold. */
const NAMES = new Set(Object.keys(DecisionAsked.shape));

const OneAnswer = z.union([z.object({ determination: DeterminationView }), z.object({ problem: ProblemSchema })]);

/** Decides many questions at once, each on its own. */
export const decisionBatch = endpoint({
  operation: "decide",
  id: "decide-batch",
  method: "post",
  path: "/decisions/batch",
  tag: "Law",
  summary: "Decide up to a hundred questions at once",
  description:
    "Each is decided on its own, and answered in its place: by its determination, or by the problem that it would have had alone, with the path in this request. A batch counts against the caller's limit as that many requests.",
  body: BatchAsked,
  prefers: true,
  cost: ({ decisions }: BatchAsked) => decisions.length,
  answers: { 200: { description: "One answer for each, in order", schema: z.object({ answers: z.array(OneAnswer) }) } },
  handle: ({ ports, body, request }: Asked<unknown, unknown, BatchAsked>) => {
    const isMinimal = prefersMinimal(request);
    const answers = Effect.forEach(body.decisions, (asked, place) =>
      oneAnswer(ports, asked, { place, form: isMinimal ? "outline" : "full" }),
    );
    return Effect.map(answers, (texts) =>
      ok(new Written(`{"answers":[${texts.join(",")}]}`), isMinimal ? MINIMAL_APPLIED : {}),
    );
  },
});

type One = { readonly place: number; readonly form: "full" | "outline" };

/** The text of one answer. */
const oneAnswer = (ports: Ports, asked: unknown, { place, form }: One): Effect.Effect<string> => {
  const under = `$.decisions[${place}]`;
  const read = DecisionAsked.safeParse(asked);
  if (!read.success) {
    const issues = issuesOf(read.error.issues, { known: NAMES });
    return Effect.succeed(refused(problem("bad-request", "the request does not fit", { issues }), under));
  }
  return Effect.map(Effect.result(decideAsked(ports, read.data, form)), (decided) =>
    Result.isSuccess(decided) ? `{"determination":${decided.success}}` : refused(decided.failure, under),
  );
};

/** A problem of one, with paths in the request of all. */
const refused = (failing: Failing, under: string): string => {
  const told = problemOf(failing);
  const issues = told.issues.map((issue) => ({ ...issue, path: `${under}${issue.path.slice(1)}` }));
  return `{"problem":${JSON.stringify(problemBody({ ...told, issues }))}}`;
};
