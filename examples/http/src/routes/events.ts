import { z } from "@hono/zod-openapi";
import { type CustodyEvent, EVENT_KINDS, EventKind, JurisdictionId } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { feedOf } from "../feeds/feed-of.ts";
import { takeEvents } from "../feeds/take-events.ts";
import { type Answer, endpoint, type Failing } from "../http/endpoint.ts";
import { problem, type Problem } from "../http/problem.ts";
import { checkPlace } from "../inbound/check-place.ts";
import { MOST_EVENTS, readBatch, readBinary, readStructured } from "../inbound/read-cloud-event.ts";
import { readSavin } from "../inbound/read-savin.ts";
import type { SavinCodes } from "../inbound/savin-elements.ts";
import { lawOf } from "../law/law-of.ts";
import type { Ports } from "../ports.ts";

const TAG = "Custody feed";

/** Where an agency gives no codes of its own, this project's names of events are the codes. */
const OWN_CODES: SavinCodes = new Map(
  Object.keys(EVENT_KINDS).flatMap((kind) => {
    const read = EventKind.safeParse(kind).data;
    return read === undefined ? [] : [[kind, read] as const];
  }),
);

const Query = z.object({
  jurisdiction: JurisdictionId.optional().openapi({ description: "Whose message it is; needed for XML alone." }),
});

const Taken = z.object({
  event: z.string(),
  revision: z.int(),
  recorded: z.enum(["now", "before", "waiting", "held", "rejected"]),
  hold: z.int().optional(),
});

const receive = endpoint({
  operation: "receive-event",
  method: "post",
  path: "/events",
  tag: TAG,
  summary: "Take a custody event in",
  description:
    "A CloudEvent 1.0, structured (`application/cloudevents+json`) or binary (`application/json` with `ce-` headers), or a victim-notification message in XML. An event that comes twice is recorded once. It goes through the guard of its feed as a batch of one: `held` waits for a person. The answer says nothing about anybody who is registered.",
  query: Query,
  rawBody: {
    "application/cloudevents+json": { $ref: "#/components/schemas/CustodyCloudEvent" },
    "application/json": { $ref: "#/components/schemas/CustodyEvent" },
    "application/xml": { type: "string" },
  },
  answers: { 202: { description: "Taken in, and where it stands", schema: Taken } },
  handle: ({ ports, caller, query, request }) =>
    Effect.gen(function* () {
      const feed = yield* feedOf(caller);
      const text = yield* Effect.promise(() => request.text());
      const event = yield* readEvent(ports, { text, headers: request.headers, query: query as z.infer<typeof Query> });
      yield* checkPlace(ports, feed, [{ event, path: "$.data.jurisdiction" }]);
      const { taken, failures } = yield* takeEvents(ports, feed, [event]);
      const [failure = null] = failures;
      if (failure !== null) return yield* Effect.fail(failure);
      return { status: 202, body: taken[0] } satisfies Answer;
    }),
});

const MOST_BYTES = 8_000_000;

const receiveBatch = endpoint({
  operation: "receive-event",
  id: "receive-event-batch",
  method: "post",
  path: "/events/batch",
  tag: TAG,
  summary: "Take in what a feed brings at once, or hear that it is alive",
  description: `A batch of CloudEvents 1.0 in JSON, of ${MOST_EVENTS} at most; an empty one is a sign of life. Nothing of a batch is taken in when anything of it does not fit. When it changes more people than the feed may, it is held until a person has looked; urgent kinds are counted by themselves. The same batch again is counted once. The answer tells where each event stands, in their order, and says nothing about anybody who is registered.`,
  rawBody: {
    "application/cloudevents-batch+json": {
      type: "array",
      items: { $ref: "#/components/schemas/CustodyCloudEvent" },
    },
  },
  mostBytes: MOST_BYTES,
  answers: {
    202: {
      description: "Taken in, and where each event stands",
      schema: z.object({
        feed: z.string(),
        counts: z.object({ recorded: z.int(), waiting: z.int(), held: z.int(), rejected: z.int() }),
        items: z.array(Taken),
      }),
    },
  },
  handle: ({ ports, caller, request }) =>
    Effect.gen(function* () {
      const feed = yield* feedOf(caller);
      if (mediaOf(request.headers) !== "application/cloudevents-batch+json")
        return yield* Effect.fail(
          problem("unsupported-media-type", "send a batch of CloudEvents as `application/cloudevents-batch+json`"),
        );
      const text = yield* Effect.promise(() => request.text());
      const events = yield* fromResult(readBatch(text));
      const placed = events.map((event, at) => ({ event, path: `$[${at}].data.jurisdiction` }));
      yield* checkPlace(ports, feed, placed);
      const { taken } = yield* takeEvents(ports, feed, events);
      const count = (...of: readonly string[]) => taken.filter(({ recorded }) => of.includes(recorded)).length;
      const counts = {
        recorded: count("now", "before"),
        waiting: count("waiting"),
        held: count("held"),
        rejected: count("rejected"),
      };
      return { status: 202, body: { feed, counts, items: taken } } satisfies Answer;
    }),
});

/** Routes of the custody feed. */
export const EVENT_ROUTES = [receive, receiveBatch];

type Incoming = {
  readonly text: string;
  readonly headers: Headers;
  readonly query: z.infer<typeof Query>;
};

const mediaOf = (headers: Headers): string =>
  (headers.get("content-type") ?? "").replace(/;.*/su, "").trim().toLowerCase();

const readEvent = (ports: Ports, { text, headers, query }: Incoming): Effect.Effect<CustodyEvent, Failing> => {
  switch (mediaOf(headers)) {
    case "application/cloudevents+json":
      return fromResult(readStructured(text));
    case "application/json":
      return fromResult(readBinary(headers, text));
    case "application/xml":
    case "text/xml":
      return readXmlEvent(ports, text, query.jurisdiction);
    default:
      return Effect.fail(
        problem("unsupported-media-type", "send a CloudEvent in JSON, or a victim notification in XML"),
      );
  }
};

const fromResult = <A>(result: Result.Result<A, Problem>): Effect.Effect<A, Problem> =>
  Result.isSuccess(result) ? Effect.succeed(result.success) : Effect.fail(result.failure);

const readXmlEvent = (
  ports: Ports,
  text: string,
  jurisdiction: JurisdictionId | undefined,
): Effect.Effect<CustodyEvent, Failing> =>
  Effect.gen(function* () {
    if (jurisdiction === undefined) {
      const issues = [{ path: "$query.jurisdiction", problem: "is missing", fix: "say whose message it is" }];
      return yield* Effect.fail(problem("bad-request", "the request does not fit", { issues }));
    }
    const { law } = yield* lawOf(ports, jurisdiction);
    return yield* fromResult(readSavin(text, { jurisdiction, zone: law.profile.calendar.zone, codes: OWN_CODES }));
  });
