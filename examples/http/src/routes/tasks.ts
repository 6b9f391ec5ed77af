import { z } from "@hono/zod-openapi";
import { type PersonTask, PersonTaskId, RecordRef, type StoredTask } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { mayReach, type Reaching } from "../access/may-reach.ts";
import { type Asked, endpoint, type Failing, ok } from "../http/endpoint.ts";
import { PAGE_QUERY, pageOf, sequenceOf, toCursor } from "../http/page.ts";
import { problem } from "../http/problem.ts";
import { taskStream } from "./task-stream.ts";
import { actorOf } from "./obligations.ts";

const TAG = "Tasks for people";

const TaskView = z.looseObject({
  id: z.string(),
  queue: z.string(),
  why: z.string(),
  ask: z.array(z.string()),
  decideBefore: z.string().nullable(),
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
  query: z.object(PAGE_QUERY),
  answers: { 200: { description: "A page, possibly with fewer than asked", schema: pageOf(TaskView) } },
  handle: (asked: Asked<unknown, { limit: number; cursor?: string | undefined }, unknown>) =>
    Effect.gen(function* () {
      const { limit, cursor } = asked.query;
      const { items, next } = yield* asked.ports.obligations.listTasks({ limit, afterSequence: sequenceOf(cursor) });
      const within = yield* Effect.filter(items, (each) => isWithin(asked, each));
      return ok({ items: within.map(({ task }) => task), next: toCursor(next) });
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

const PAGE = 100;
const NOTHING = problem("not-found", "no open task of this id is within your reach");

/** The store lists open tasks and finds none by its id: so they are read until it comes. */
const openTask = (reaching: Reaching, id: PersonTaskId): Effect.Effect<StoredTask, Failing> =>
  Effect.gen(function* () {
    let afterSequence: number | null = 0;
    while (afterSequence !== null) {
      const page: Effect.Success<ReturnType<typeof reaching.ports.obligations.listTasks>> =
        yield* reaching.ports.obligations.listTasks({ limit: PAGE, afterSequence });
      const stored = page.items.find(({ task }) => task.id === id);
      if (stored !== undefined) return (yield* isWithin(reaching, stored)) ? stored : yield* Effect.fail(NOTHING);
      afterSequence = page.next;
    }
    return yield* Effect.fail(NOTHING);
  });
