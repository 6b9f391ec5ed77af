import { z } from "@hono/zod-openapi";
import {
  mostUrgentFirst,
  type PersonTask,
  PersonTaskId,
  type QueuedTask,
  queuedTasks,
  RecordRef,
  type StoredTask,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { mayReach, type Reaching } from "../access/may-reach.ts";
import { agesOf, DATA_AGE } from "../feeds/data-age.ts";
import { queueOwners } from "../feeds/guard-policies.ts";
import { type Asked, endpoint, type Failing, ok } from "../http/endpoint.ts";
import { PAGE_QUERY, pageOf, sequenceOf, toCursor } from "../http/page.ts";
import { problem } from "../http/problem.ts";
import type { Ports } from "../ports.ts";
import { taskStream } from "./task-stream.ts";
import { actorOf } from "./obligations.ts";

const TAG = "Tasks for people";

const TaskView = z.looseObject({
  id: z.string(),
  queue: z.string(),
  why: z.string(),
  ask: z.array(z.string()),
  decideBefore: z.string().nullable(),
  /** `null` where nobody answers for the queue. */
  owner: z.string().nullable(),
  dueBy: z.string().nullable(),
  isOverdue: z.boolean(),
});

/** The person that a task is about. */
const personOf = ({ about }: PersonTask): string => (about.kind === "watch" ? about.personId : about.subject.personId);

/** Whether a task lies within reach. */
const isWithin = (reaching: Reaching, { task }: StoredTask) =>
  mayReach(reaching, { kind: "person", id: personOf(task) });

const list = endpoint({
  operation: "list-tasks",
  method: "get",
  path: "/tasks",
  tag: TAG,
  summary: "What waits for a person: nothing goes on, and nothing is ruled out, until somebody has acted",
  description:
    "Each with who answers for its queue and by when; on a page those with nobody to answer for them lead, then the most urgent.",
  query: z.object(PAGE_QUERY),
  answers: {
    200: { description: "A page, possibly with fewer than asked", schema: pageOf(TaskView).extend(DATA_AGE) },
  },
  handle: (asked: Asked<unknown, { limit: number; cursor?: string | undefined }, unknown>) =>
    Effect.gen(function* () {
      const { limit, cursor } = asked.query;
      const { ports } = asked;
      const { items, next } = yield* ports.obligations.listTasks({ limit, afterSequence: sequenceOf(cursor) });
      const within = yield* Effect.filter(items, (each) => isWithin(asked, each));
      const queued = within.flatMap(({ task }) => queuedIn(ports, task)).toSorted(mostUrgentFirst);
      const told = queued.map(({ task, ...clock }) => ({ ...task, ...clock }));
      return ok({ items: told, next: toCursor(next), dataAge: yield* agesOf(ports, null) });
    }),
});

const Ref = z.object({ task: PersonTaskId });
type Ref = z.infer<typeof Ref>;
const Settled = z.strictObject({ record: RecordRef });

const settle = endpoint({
  operation: "settle-task",
  method: "post",
  path: "/tasks/{task}/answer",
  tag: TAG,
  summary: "Say that a task was attended to, and where that is written down",
  params: Ref,
  body: Settled,
  once: true,
  answers: { 200: { description: "Settled", schema: z.object({ task: z.string(), settled: z.literal(true) }) } },
  handle: (asked: Asked<Ref, unknown, z.infer<typeof Settled>>) =>
    Effect.gen(function* () {
      const { ports, params, body, caller } = asked;
      yield* openTask(asked, params.task);
      const answer = {
        by: { role: "staff", id: yield* actorOf(caller) },
        at: ports.clock(),
        record: body.record,
      } as const;
      const { task } = yield* ports.obligations.settleTask(params.task, answer);
      return ok({ task: task.id, settled: true });
    }),
});

const watch = endpoint({
  operation: "watch-tasks",
  method: "get",
  path: "/tasks/stream",
  tag: TAG,
  summary: "New tasks as they come, by id alone (server-sent events)",
  description:
    "Begins after `Last-Event-ID`, or with every open task. Ids are all that it sends: read each task for more.",
  isStream: true,
  answers: { 200: { description: "Events `task`", media: "text/event-stream" } },
  handle: (asked) => Effect.sync(() => ok(taskStream(asked, (stored) => isWithin(asked, stored)))),
});

/** Routes of a liaison's queue. */
export const TASK_ROUTES = [list, watch, settle];

const NOTHING = problem("not-found", "no open task of this id is within your reach");

const openTask = (reaching: Reaching, id: PersonTaskId): Effect.Effect<StoredTask, Failing> =>
  Effect.gen(function* () {
    const [stored] = yield* reaching.ports.obligations.findTasks([id]);
    if (stored === undefined || stored.answer !== null) return yield* Effect.fail(NOTHING);
    return (yield* isWithin(reaching, stored)) ? stored : yield* Effect.fail(NOTHING);
  });

/** A task with who answers for its queue and by when, by the policy of its state. */
const queuedIn = ({ guardPolicies, clock }: Ports, task: PersonTask): readonly QueuedTask[] =>
  queuedTasks([task], queueOwners(guardPolicies, jurisdictionOf(task)), clock());

const jurisdictionOf = ({ about }: PersonTask): string =>
  about.kind === "watch" ? about.jurisdiction : about.subject.jurisdiction;
