import type { CustodyEvent, Instant, PersonId } from "@victim-rights/core";
import type { AttemptClaim, AttemptKey, Obligation } from "@victim-rights/notification";

/** What checkers hear of, at the true time that it happens. */
export type Happening =
  /** The store has written: these obligations stand anew. `recorded` is the event, when it was one. */
  | { readonly kind: "written"; readonly obligations: readonly Written[]; readonly recorded: CustodyEvent | null }
  /** A process was told that an event is recorded. */
  | { readonly kind: "told-recorded"; readonly event: CustodyEvent }
  | { readonly kind: "claimed"; readonly claim: AttemptClaim; readonly obligation: Obligation }
  /** A provider was asked to send. */
  | { readonly kind: "send-asked"; readonly send: AttemptKey | null; readonly key: string }
  /** A message reached somebody. */
  | {
      readonly kind: "received";
      readonly send: AttemptKey;
      readonly person: PersonId | null;
      readonly obligation: Obligation;
    }
  /** A job, a log line, an error or a trace line was written. */
  | { readonly kind: "said"; readonly where: string; readonly text: string }
  /** Custody was heard, by the true time. */
  | { readonly kind: "heard" }
  | { readonly kind: "silence-alarm"; readonly at: Instant };

/** An obligation before and after a write; `null` before it was opened. */
export type Written = { readonly before: Obligation | null; readonly after: Obligation };
