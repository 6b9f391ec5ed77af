import { z } from "@hono/zod-openapi";
import { type CustodyEvent, Instant } from "@victim-rights/core";
import {
  type AuditFact,
  FeedId,
  type FeedOutline,
  type HoldOutline,
  type NoticeActorId,
  ReasonCode,
  RecordRef,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { agesOf, DATA_AGE } from "../feeds/data-age.ts";
import { lookAtFeeds } from "../feeds/look-at-feeds.ts";
import { recordAdmitted } from "../feeds/record-admitted.ts";
import { type Asked, endpoint, type Failing, ok } from "../http/endpoint.ts";
import { PAGE_QUERY, sequenceOf, toCursor } from "../http/page.ts";
import { problem } from "../http/problem.ts";
import { revisionHeader } from "../http/revision-header.ts";
import type { Ports } from "../ports.ts";
import { actorOf } from "./obligations.ts";

const TAG = "Feeds";

const HoldView = z.object({
  number: z.int(),
  openedAt: Instant,
  revision: z.int(),
  people: z.int(),
  kinds: z.array(z.object({ kind: z.string(), changes: z.int() })),
});

const list = endpoint({
  operation: "list-feeds",
  method: "get",
  path: "/feeds",
  tag: TAG,
  summary: "Every feed: how old what it said is, whether it is silent, and what of it waits; alarms first",
  description:
    "A feed that a policy names and nobody ever heard is listed too. `admitted` counts events that were let through and are not known to be in the record; they are tried again by themselves.",
  answers: {
    200: {
      description: "Every feed",
      schema: z.object({
        alarms: z.array(z.object({ feed: z.string(), since: Instant.nullable(), limitMinutes: z.int() })),
        items: z.array(DATA_AGE.dataAge.element.extend({ hold: HoldView.nullable(), admitted: z.int() })),
      }),
    },
  },
  handle: ({ ports }) => Effect.map(lookAtFeeds(ports), ({ alarms, feeds }) => ok({ alarms, items: feeds })),
});

const Ref = z.object({ feed: FeedId });
type Ref = z.infer<typeof Ref>;
const Query = z.object(PAGE_QUERY);
type Query = z.infer<typeof Query>;

const ChangeView = z.looseObject({
  event: z.string(),
  revision: z.int(),
  jurisdiction: z.string(),
  supervisedPersonId: z.string(),
  kind: z.string(),
  status: z.string(),
});

const readHold = endpoint({
  operation: "read-feed-hold",
  method: "get",
  path: "/feeds/{feed}/hold",
  tag: TAG,
  summary: "What a feed brought that waits for a person, in outline and by page",
  description: "Its `ETag` is needed to decide it, so that nothing is decided of what came after somebody looked.",
  params: Ref,
  query: Query,
  answers: {
    200: {
      description: "The open hold",
      schema: HoldView.extend({
        feed: z.string(),
        items: z.array(ChangeView),
        next: z.string().nullable(),
        ...DATA_AGE,
      }),
    },
  },
  handle: ({ ports, params, query }: Asked<Ref, Query, unknown>) =>
    Effect.gen(function* () {
      const { feed } = params;
      const hold = yield* openHold(ports, feed);
      const page = { feed, limit: query.limit, afterSequence: sequenceOf(query.cursor) };
      const { items, next } = yield* ports.feeds.listHeld(page);
      const dataAge = (yield* agesOf(ports, null)).filter((age) => age.feed === feed);
      const changes = items.map(({ event }) => changeOf(event));
      return ok({ feed, ...hold, items: changes, next: toCursor(next), dataAge }, revisionHeader(hold.revision));
    }),
});

const Decision = z.strictObject({
  hold: z.int().min(1),
  found: z.enum(["true-change", "feed-fault"]),
  record: RecordRef,
});
type Decision = z.infer<typeof Decision>;

const decideHold = endpoint({
  operation: "decide-feed-hold",
  method: "post",
  path: "/feeds/{feed}/hold/decision",
  tag: TAG,
  summary: "Say whether what is held happened, and where that is written down",
  description:
    "`true-change`: all of it goes on as if it came now, and those who are owed a notice get one. `feed-fault`: none of it does, now or when the same comes again. Who decides comes from the token.",
  params: Ref,
  body: Decision,
  once: true,
  needsRevision: () => true,
  answers: {
    200: {
      description: "Decided; `waiting` counts what could not be recorded yet and is tried again",
      schema: z.object({
        feed: z.string(),
        hold: z.int(),
        found: z.enum(["true-change", "feed-fault"]),
        changes: z.int(),
        recorded: z.int(),
        waiting: z.int(),
      }),
    },
  },
  handle: ({ ports, params, body, caller, expected }: Asked<Ref, unknown, Decision>) =>
    Effect.gen(function* () {
      const { feed } = params;
      const id = yield* actorOf(caller);
      const revision = expected ?? (yield* openHold(ports, feed)).revision;
      const { changes, decision } = yield* ports.feeds.decideHold({
        feed,
        number: body.hold,
        expected: revision,
        decision: { by: { role: "staff", id }, at: ports.clock(), found: body.found, record: body.record },
        audit: [auditOf(ports, { feed, id, body })],
      });
      const all = yield* recordAdmitted(ports, feed);
      const waiting = all.filter(({ became }) => became === "failed").length;
      const recorded = all.length - waiting;
      return ok({ feed, hold: body.hold, found: decision.found, changes, recorded, waiting });
    }),
});

/** Routes for whoever looks after the feeds. */
export const FEED_ROUTES = [list, readHold, decideHold];

const NOTHING = problem("not-found", "nothing of a feed of this name waits for a person");

const openHold = (ports: Ports, feed: FeedId): Effect.Effect<HoldOutline, Failing> =>
  Effect.flatMap(ports.feeds.listOutlines, (outlines: readonly FeedOutline[]) => {
    const hold = outlines.find((each) => each.feed === feed)?.hold ?? null;
    return hold === null ? Effect.fail(NOTHING) : Effect.succeed(hold);
  });

const changeOf = ({ id, revision, jurisdiction, supervisedPersonId, ...event }: CustodyEvent) => ({
  event: id,
  revision,
  jurisdiction,
  supervisedPersonId,
  kind: event.kind,
  status: event.status,
  occurred: event.occurred,
  scheduled: event.scheduled,
});

type Decided = { readonly feed: FeedId; readonly id: NoticeActorId; readonly body: Decision };

const auditOf = (ports: Ports, { feed, id, body }: Decided): AuditFact => ({
  what: ReasonCode.parse(body.found === "true-change" ? "feed-hold-let-go" : "feed-hold-rejected"),
  at: ports.clock(),
  where: ReasonCode.parse("http-service"),
  source: ReasonCode.parse("http-request"),
  outcome: "done",
  who: id,
  about: [feed, body.record],
});
