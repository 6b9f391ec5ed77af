import type { StoredTask } from "@victim-rights/notification";
import type { StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { tooMany } from "../access/guard.ts";
import type { Asked } from "../http/endpoint.ts";
import type { Ports } from "../ports.ts";
import { type Listeners, listeners } from "./listeners.ts";

/** Whether a task may be told to whoever listens; asked anew for every task. */
type IsWithin = (stored: StoredTask) => Effect.Effect<boolean, StoreUnavailable>;

const PAGE = 100;
const PAUSE_MS = 2000;
/** A listener is sent away after so long, and comes back with a token that is still good. */
const LONGEST_MS = 15 * 60_000;

/** So many streams a caller may hold open: a policy of this house, for a few windows of a browser and no more. */
const MOST_STREAMS = 5;
const BUSY_SECONDS = 30;

const places = new WeakMap<Ports, Listeners>();

const listenersOf = (ports: Ports): Listeners => {
  const known = places.get(ports) ?? listeners(MOST_STREAMS);
  places.set(ports, known);
  return known;
};

type Watching = Pick<Asked<unknown, unknown, unknown>, "ports" | "request" | "caller">;

/** Tasks as server-sent events, in the store's order, for as long as somebody listens; 429 for one stream too many. */
export const taskStream = (watching: Watching, isWithin: IsWithin): Response => {
  const { ports, request, caller } = watching;
  const leave = caller === null ? null : listenersOf(ports).enter(caller);
  if (leave === null) return tooMany(BUSY_SECONDS);
  const stop = new AbortController();
  const signal = AbortSignal.any([request.signal, stop.signal]);
  signal.addEventListener("abort", leave, { once: true });
  const events = eventsFrom({ ports, isWithin, signal, after: lastSeen(request) });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await events.next();
      if (done !== true) return controller.enqueue(encoder.encode(value));
      leave();
      controller.close();
    },
    cancel: () => stop.abort(),
  });
  const headers = { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" };
  return new Response(body, { headers });
};

const lastSeen = (request: Request): number => {
  const given = Number(request.headers.get("last-event-id") ?? "0");
  return Number.isSafeInteger(given) && given >= 0 ? given : 0;
};

type Listening = {
  readonly ports: Ports;
  readonly isWithin: IsWithin;
  readonly signal: AbortSignal;
  readonly after: number;
};

/** The first thing sent tells a browser how long to wait before it comes back. */
async function* eventsFrom({ ports, isWithin, signal, after }: Listening): AsyncGenerator<string> {
  yield "retry: 5000\n\n";
  let place = after;
  for (let waited = 0; !signal.aborted && waited < LONGEST_MS; waited += PAUSE_MS) {
    const page = await Effect.runPromise(Effect.result(newTasks(ports, isWithin, place)));
    if (Result.isFailure(page)) return;
    for (const { sequence, id } of page.success.told) {
      yield `id: ${sequence}\nevent: task\ndata: ${JSON.stringify({ task: id })}\n\n`;
    }
    place = page.success.place;
    if (page.success.isLast) {
      await ports.wait(PAUSE_MS, signal);
      if (!signal.aborted) yield ": still here\n\n";
    }
  }
}

type NewTasks = {
  readonly told: readonly { readonly sequence: number; readonly id: string }[];
  readonly place: number;
  readonly isLast: boolean;
};

const newTasks = (ports: Ports, isWithin: IsWithin, place: number): Effect.Effect<NewTasks, StoreUnavailable> =>
  Effect.gen(function* () {
    const { items, next } = yield* ports.obligations.listTasks({ limit: PAGE, afterSequence: place });
    const within = yield* Effect.filter(items, isWithin);
    return {
      told: within.map(({ sequence, task }) => ({ sequence, id: task.id })),
      place: items.at(-1)?.sequence ?? place,
      isLast: next === null,
    };
  });
