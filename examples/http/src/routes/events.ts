import { z } from "@hono/zod-openapi";
import { EVENT_KINDS, EventKind, JurisdictionId } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Answer, endpoint, type Failing } from "../http/endpoint.ts";
import { problem, type Problem } from "../http/problem.ts";
import { readBinary, readStructured } from "../inbound/read-cloud-event.ts";
import { readSavin } from "../inbound/read-savin.ts";
import { recordCustodyEvent } from "../inbound/record-custody-event.ts";
import type { SavinCodes } from "../inbound/savin-elements.ts";
import { lawOf } from "../law/law-of.ts";
import type { Ports } from "../ports.ts";
import type { CustodyEvent } from "@victim-rights/core";

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

const receive = endpoint({
  operation: "receive-event",
  method: "post",
  path: "/events",
  tag: "Custody feed",
  summary: "Take a custody event in",
  description:
    "A CloudEvent 1.0, structured (`application/cloudevents+json`) or binary (`application/json` with `ce-` headers), or a victim-notification message in XML. An event that comes twice is recorded once. The answer says nothing about anybody who is registered.",
  query: Query,
  rawBody: {
    "application/cloudevents+json": { $ref: "#/components/schemas/CustodyCloudEvent" },
    "application/json": { $ref: "#/components/schemas/CustodyEvent" },
    "application/xml": { type: "string" },
  },
  answers: {
    202: {
      description: "Recorded, now or before",
      schema: z.object({ event: z.string(), revision: z.int(), recorded: z.enum(["now", "before"]) }),
    },
  },
  handle: ({ ports, query, request }) =>
    Effect.gen(function* () {
      const text = yield* Effect.promise(() => request.text());
      const event = yield* readEvent(ports, { text, headers: request.headers, query: query as z.infer<typeof Query> });
      return { status: 202, body: yield* recordCustodyEvent(ports, event) } satisfies Answer;
    }),
});

/** Routes of the custody feed. */
export const EVENT_ROUTES = [receive];

type Incoming = {
  readonly text: string;
  readonly headers: Headers;
  readonly query: z.infer<typeof Query>;
};

const readEvent = (ports: Ports, { text, headers, query }: Incoming): Effect.Effect<CustodyEvent, Failing> => {
  const media = (headers.get("content-type") ?? "").replace(/;.*/su, "").trim().toLowerCase();
  switch (media) {
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
