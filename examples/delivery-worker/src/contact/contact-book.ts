import type { Calendar, PersonId } from "@victim-rights/core";
import type { ContactOption, ContactRef } from "@victim-rights/notification";
import * as Context from "effect/Context";
import * as Data from "effect/Data";
import type { Effect } from "effect/Effect";
import type { Recipient, SendableMethod } from "./recipient.ts";

/** The registry did not answer. It holds no value of the registry's. */
export class ContactBookUnavailable extends Data.TaggedError("ContactBookUnavailable")<{ readonly during: string }> {
  override get message(): string {
    return `the contact book did not answer \`${this.during}\`: nothing was sent; try again`;
  }
}

/** The registry has no value under this reference, or one that is not exactly one address of its kind. */
export class ContactNotUsable extends Data.TaggedError("ContactNotUsable")<{ readonly contact: ContactRef }> {
  override get message(): string {
    return `\`${this.contact}\` leads to no single usable contact point: look at the registry's entry`;
  }
}

/** How a person may be reached, as the registry has it at this moment. */
export type Reachability = {
  /** Best first, each with the moment at which the person's safe-contact wishes were read. */
  readonly contacts: readonly ContactOption[];
  /** The agency's zone, for a person whose own nobody knows. */
  readonly calendar: Pick<Calendar, "zone">;
};

/**
 * The agency's registry of contact points. References go about in jobs, logs and records; what they stand for is asked for
 * at the last moment before a send, used, and forgotten.
 */
export type ContactBookShape = {
  /** Reads a person's contact points and safe-contact wishes anew: asked before each attempt, and never kept. */
  readonly reachabilityOf: (person: PersonId) => Effect<Reachability, ContactBookUnavailable>;
  /** What a reference stands for. @errors `ContactNotUsable`, `ContactBookUnavailable` */
  readonly resolve: <Method extends SendableMethod>(
    contact: ContactRef,
    method: Method,
  ) => Effect<Recipient<Method>, ContactNotUsable | ContactBookUnavailable>;
};

/** The port that a running worker asks for contact points. */
export class ContactBook extends Context.Service<ContactBook, ContactBookShape>()(
  "@victim-rights-examples/delivery-worker/ContactBook",
) {}
