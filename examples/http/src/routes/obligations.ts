import { z } from "@hono/zod-openapi";
import { PersonId } from "@victim-rights/core";
import {
  NoticeActorId,
  type Obligation,
  ObligationCommand,
  ObligationId,
  type StoredObligation,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Caller } from "../access/caller.ts";
import { mayReach, type Reaching } from "../access/may-reach.ts";
import { agesOf, DATA_AGE } from "../feeds/data-age.ts";
import { type Asked, endpoint, type Failing, ok } from "../http/endpoint.ts";
import { issuesOf } from "../http/issues-of.ts";
import { PAGE_QUERY, pageOf, sequenceOf, toCursor } from "../http/page.ts";
import { problem } from "../http/problem.ts";
import { revisionHeader } from "../http/revision-header.ts";
import { withoutWhoAndWhen } from "../programmes/without-who-and-when.ts";

const TAG = "Notices";
const NOTHING = problem("not-found", "no obligation of this id is within your reach");

/** What the person themselves is told of a notice that is owed to them. */
const ObligationView = z.looseObject({
  id: z.string(),
  state: z.string(),
  deadline: z.looseObject({}),
  grounds: z.array(z.looseObject({ rule: z.string(), title: z.string() })),
});

/** An obligation with the age of what it rests on. */
const ObligationAnswer = ObligationView.extend(DATA_AGE);

const isThePerson = (caller: Caller | null): boolean => caller?.role === "victim";

const viewOf = (obligation: Obligation, caller: Caller | null): object => {
  if (!isThePerson(caller)) return obligation;
  const { id, kind, state, subject, dutyBearers, deadline, sendFrom, grounds } = obligation;
  const told = grounds.map(({ rule, title, basis, cites }) => ({ rule, title, basis, cites }));
  return { id, kind, state, subject, dutyBearers, deadline, sendFrom, grounds: told };
};

const Query = z.object({
  ...PAGE_QUERY,
  person: PersonId.optional().openapi({
    description: "Whose obligations; without it, those with something to do now.",
  }),
});
type Query = z.infer<typeof Query>;

const list = endpoint({
  operation: "list-obligations",
  method: "get",
  path: "/obligations",
  tag: TAG,
  summary: "Notices that are owed: one person's, or those with something to do now",
  query: Query,
  answers: {
    200: { description: "A page, possibly with fewer than asked", schema: pageOf(ObligationView).extend(DATA_AGE) },
  },
  handle: (asked: Asked<unknown, Query, unknown>) =>
    Effect.gen(function* () {
      const { ports, query, caller } = asked;
      const page = { limit: query.limit, afterSequence: sequenceOf(query.cursor) };
      const personId = isThePerson(caller) ? PersonId.parse(caller?.subject) : query.person;
      const { items, next } =
        personId === undefined
          ? yield* ports.obligations.listDue({ ...page, now: ports.clock() })
          : yield* ports.obligations.listForPerson({ ...page, personId });
      const within = yield* Effect.filter(items, (each) => isWithin(asked, each));
      const told = within.map(({ obligation }) => viewOf(obligation, caller));
      return ok({ items: told, next: toCursor(next), dataAge: yield* agesOf(ports, null) });
    }),
});

const Ref = z.object({ obligation: ObligationId });
type Ref = z.infer<typeof Ref>;

const read = endpoint({
  operation: "read-obligation",
  method: "get",
  path: "/obligations/{obligation}",
  tag: TAG,
  summary: "One notice that is owed, with its grounds, deadlines and what was done",
  params: Ref,
  answers: { 200: { description: "The obligation", schema: ObligationAnswer } },
  handle: (asked: Asked<Ref, unknown, unknown>) =>
    Effect.flatMap(found(asked, asked.params.obligation), (stored) => answerOf(asked, stored)),
});

const Body = withoutWhoAndWhen(ObligationCommand.options);

const advance = endpoint({
  operation: "advance-obligation",
  method: "post",
  path: "/obligations/{obligation}/commands",
  tag: TAG,
  summary: "Take a step in the life of a notice",
  description: "Who takes it comes from the token, and when from the clock. An obligation is closed by evidence alone.",
  params: Ref,
  body: Body,
  once: true,
  needsRevision: () => true,
  answers: { 200: { description: "The obligation after it", schema: ObligationAnswer } },
  handle: (asked: Asked<Ref, unknown, unknown>) =>
    Effect.gen(function* () {
      const { ports, params, body, caller, expected } = asked;
      const { revision } = yield* found(asked, params.obligation);
      const by = { role: isThePerson(caller) ? "registrant" : "staff", id: yield* actorOf(caller) };
      const command = ObligationCommand.safeParse({ ...(body as object), by, at: ports.clock() });
      if (!command.success)
        return yield* Effect.fail(
          problem("bad-request", "the command does not fit", {
            issues: issuesOf(command.error.issues, { known: new Set() }),
          }),
        );
      const advanced = yield* ports.obligations.advance({
        obligation: params.obligation,
        expected: expected ?? revision,
        command: command.data,
      });
      return yield* answerOf(asked, advanced);
    }),
});

/** Routes of obligations. */
export const OBLIGATION_ROUTES = [list, read, advance];

/** The subject of a token as the record of a notice names whoever acts. */
export const actorOf = (caller: Caller | null): Effect.Effect<NoticeActorId, Failing> => {
  const id = NoticeActorId.safeParse(caller?.subject).data;
  return id === undefined
    ? Effect.fail(problem("conflict", "the subject of the token cannot stand in the record of a notice"))
    : Effect.succeed(id);
};

const answerOf = ({ ports, caller }: Reaching, { obligation, revision }: StoredObligation) =>
  Effect.map(agesOf(ports, obligation.subject.jurisdiction), (dataAge) =>
    ok({ ...viewOf(obligation, caller), dataAge }, revisionHeader(revision)),
  );

const isWithin = (reaching: Reaching, { obligation }: StoredObligation) =>
  mayReach(reaching, { kind: "person", id: obligation.subject.personId });

/** What is not within reach is not there. */
const found = (reaching: Reaching, id: ObligationId): Effect.Effect<StoredObligation, Failing> =>
  Effect.gen(function* () {
    const stored = yield* Effect.catch(reaching.ports.obligations.find(id), (error) =>
      Effect.fail(error._tag === "ObligationNotFound" ? NOTHING : error),
    );
    return (yield* isWithin(reaching, stored)) ? stored : yield* Effect.fail(NOTHING);
  });
