import type { Instant } from "@victim-rights/core";
import type { FeedStoreShape, ObligationStoreShape } from "@victim-rights/notification";
import type { CaseKeeping } from "@victim-rights/restorative-justice";
import type { LedgerKeeping } from "@victim-rights/restitution";
import type * as Effect from "effect/Effect";
import type { Assignments } from "./access/assignments.ts";
import type { Operation } from "./access/access-table.ts";
import type { Role } from "./access/caller.ts";
import type { TokenTrust } from "./access/read-token.ts";
import type { GuardPolicies } from "./feeds/guard-policies.ts";
import type { AnswerStore } from "./http/answer-store.ts";
import type { Rate } from "./http/rate-limit.ts";
import type { StateLaw } from "./law/state-law.ts";
import type { CaseFacts, ProgrammePolicies } from "./programmes/policies.ts";
import type { CodeChannel } from "./registry/code-channel.ts";
import type { CustodyRecords } from "./registry/custody-records.ts";
import type { Registry } from "./registry/registry.ts";

/** A line of the log: what, when, with what outcome, and who as what role. It has no field for a path or a value. */
export type LogLine = {
  readonly at: Instant;
  readonly request: string;
  readonly operation: Operation | "none";
  readonly status: number;
  readonly role: Role | null;
  /** The tag or name of what went wrong inside; never its message. */
  readonly error: string | null;
};

/** One request, by the operation that its route is. */
export type Measured = Pick<LogLine, "operation" | "status"> & { readonly seconds: number };

/** What is not let through. */
type Limits = {
  /** The most bytes of a body where a route does not say. */
  readonly bodyBytes: number;
  readonly timeoutMilliseconds: number;
  readonly perClient: Rate;
  readonly perCaller: Rate;
  /** For routes that need no token and write. */
  readonly publicWrites: Rate;
};

/** Everything that the service reaches the world through. With these it is a function from a request to an answer. */
export type Ports = {
  readonly clock: () => Instant;
  /** An id that nobody can guess, and a code that a person can type. */
  readonly ids: { readonly next: () => string; readonly code: () => string };
  /** Stands for a text, and cannot be turned back or made by anybody else. */
  readonly digest: (text: string) => Promise<string>;
  /** Waits, or returns at once when the signal is given. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: (line: LogLine) => void;
  /** Told how long each request took. */
  readonly measure: (told: Measured) => void;
  /** Gives an effect the tracer that its spans go to; `null` where nobody listens, and no span is made. */
  readonly traced: (<A, E>(effect: Effect.Effect<A, E>) => Effect.Effect<A, E>) | null;
  /** Who sent a request, by what the platform says; used to count requests and for nothing else. */
  readonly clientOf: (environment: unknown) => string;
  readonly trust: TokenTrust;
  readonly states: ReadonlyMap<string, StateLaw>;
  readonly obligations: ObligationStoreShape;
  /** What the guards remember of each custody feed. */
  readonly feeds: FeedStoreShape;
  readonly guardPolicies: GuardPolicies;
  readonly ledgers: LedgerKeeping;
  readonly cases: CaseKeeping;
  readonly caseFacts: CaseFacts;
  readonly policies: ProgrammePolicies;
  readonly registry: Registry;
  readonly custody: CustodyRecords;
  readonly assignments: Assignments;
  readonly codes: CodeChannel;
  readonly answers: AnswerStore;
  readonly limits: Limits;
  /** Pages of other origins that may ask; none, unless an operator says so. */
  readonly origins: readonly string[];
  /** The script of the reference page, from the installed package; `null` serves no page. */
  readonly referenceScript: (() => Promise<string>) | null;
};
