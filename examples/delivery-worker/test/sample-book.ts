import { type ContactMethod, type Instant, type SafeContact, ZoneId } from "@victim-rights/core";
import { ContactRef } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { type ContactBookShape, ContactNotUsable } from "../src/contact/contact-book.ts";
import { type ContactEntry, contactOptions } from "../src/contact/contact-options.ts";
import { readRecipient } from "../src/contact/recipient.ts";

/** A registry that a test may change between two steps of a worker. */
export type SampleBook = {
  readonly book: ContactBookShape;
  readonly entries: Map<string, ContactEntry[]>;
  readonly safe: Map<string, SafeContact>;
  readonly values: Map<string, unknown>;
  /** How often a value was asked for. */
  readonly resolved: ContactRef[];
};

const NO_LIMITS: SafeContact = { hours: [], doNotLeaveMessage: false, neverUse: [], alternate: null };

/** Persons 1 to `persons`, each with an email address they prefer and a telephone for texts. */
export const sampleBook = (clock: { readonly now: Instant }, persons: number): SampleBook => {
  const entries = new Map<string, ContactEntry[]>();
  const safe = new Map<string, SafeContact>();
  const values = new Map<string, unknown>();
  const resolved: ContactRef[] = [];
  for (let person = 1; person <= persons; person += 1) {
    const methods: readonly ContactMethod[] = ["email", "sms"];
    const own = methods.map((method, index): ContactEntry => {
      const contact = ContactRef.parse(`contact-${person}-${method}`);
      return { contact, method, currency: "current", preference: index + 1 };
    });
    entries.set(`P${person}`, own);
    values.set(`contact-${person}-email`, `canary${person}@canary.example`);
    values.set(`contact-${person}-sms`, `+1555010${String(person).padStart(4, "0")}`);
  }
  const book: ContactBookShape = {
    reachabilityOf: (person) =>
      Effect.sync(() => ({
        contacts: contactOptions({
          entries: entries.get(person) ?? [],
          safeContact: safe.get(person) ?? NO_LIMITS,
          zone: ZoneId.parse("America/Chicago"),
          readAt: clock.now,
        }),
        calendar: { zone: ZoneId.parse("America/Chicago") },
      })),
    resolve: (contact, method) =>
      Effect.suspend(() => {
        resolved.push(contact);
        const recipient = readRecipient(method, values.get(contact));
        return recipient === null ? Effect.fail(new ContactNotUsable({ contact })) : Effect.succeed(recipient);
      }),
  };
  return { book, entries, safe, values, resolved };
};

export { NO_LIMITS };
