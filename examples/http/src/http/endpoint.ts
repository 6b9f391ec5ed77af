import type { Revision } from "@victim-rights/core";
import type * as Effect from "effect/Effect";
import type { z } from "zod";
import type { Operation, Reach } from "../access/access-table.ts";
import type { Caller } from "../access/caller.ts";
import type { Ports } from "../ports.ts";
import type { Problem } from "./problem.ts";

/** What a route answers. */
export type Answer = {
  readonly status: 200 | 201 | 202;
  /** JSON, unless it is a `Response` already, or {@link Written} as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** JSON that a route has written itself. */
export class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A library's error, by its tag: one table says what it is to a caller. */
export type TaggedFailure = { readonly _tag: string; readonly message: string };

/** What a route may fail with. */
export type Failing = Problem | TaggedFailure;

/** What a route is asked, every part read at the door. */
export type Asked<Params, Query, Body> = {
  readonly ports: Ports;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** `null` on a public route. */
  readonly caller: Caller | null;
  readonly reach: Reach;
  readonly request: Request;
  /** The revision that the caller has read, by `If-Match`. */
  readonly expected: Revision | null;
  readonly idempotencyKey: string | null;
};

/** A documented answer. */
export type Documented = {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly media?: string;
};

/** One route: how it is asked, how it is documented, and what it does. */
export type Endpoint<Params = unknown, Query = unknown, Body = unknown> = {
  readonly operation: Operation;
  /** Its name in the OpenAPI document, where several routes are one operation. */
  readonly id?: string;
  readonly method: "get" | "post";
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** Media types whose text the route reads itself. */
  readonly rawBody?: Readonly<Record<string, object>>;
  /** The most bytes of a body; the service's own limit where it is left out. */
  readonly mostBytes?: number;
  /** Whether it has a short form, for `Prefer: return=minimal`. */
  readonly prefers?: boolean;
  /** As how many requests it counts against the caller's limit; one where it is left out. */
  readonly cost?: (body: Body) => number;
  /** Whether an `Idempotency-Key` is asked for: a request given again then gets its first answer. */
  readonly once?: boolean;
  /** Whether this caller must say by `If-Match` which revision they have read. */
  readonly needsRevision?: (caller: Caller | null) => boolean;
  /** Whether it answers for as long as the caller listens. */
  readonly isStream?: boolean;
  readonly answers: Readonly<Record<number, Documented>>;
  readonly handle: (asked: Asked<Params, Query, Body>) => Effect.Effect<Answer, Failing>;
};

/** Any route, whatever it is asked. */
export type AnyEndpoint = Endpoint<never, never, never>;

/** A route, with the types of its parts taken from its schemas. */
export const endpoint = <Params = unknown, Query = unknown, Body = unknown>(
  definition: Endpoint<Params, Query, Body>,
): AnyEndpoint => definition as unknown as AnyEndpoint;

/** An answer in JSON. */
export const ok = (body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  body,
  headers,
});
