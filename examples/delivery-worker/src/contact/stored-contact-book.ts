import type { Calendar, Instant, SafeContact, ZoneId } from "@victim-rights/core";
import type { ContactRef } from "@victim-rights/notification";
import {
  fieldVault,
  KeyRing,
  type KeyRingShape,
  RecordKeys,
  RecordShredded,
} from "@victim-rights-examples/field-encryption";
import {
  type ContactKeeping,
  contactStore,
  fieldCipherOf,
  type OpenedDatabase,
  recordKeyStore,
  SealedValueUnreadable,
} from "@victim-rights-examples/storage-postgres";
import * as Effect from "effect/Effect";
import { type ContactBookShape, ContactBookUnavailable, ContactNotUsable } from "./contact-book.ts";
import { contactOptions } from "./contact-options.ts";
import { readRecipient, type SendableMethod } from "./recipient.ts";

/** What a contact book over stored contact points is made from. */
export type StoredContactBookParts = {
  readonly contacts: Pick<ContactKeeping, "ofPerson" | "find" | "wishesOf">;
  /** The agency's calendar. Its zone is for quiet hours of the agency; a person's own hours are never read in it. */
  readonly calendar: Pick<Calendar, "zone">;
  readonly now: Effect.Effect<Instant>;
};

/**
 * The contact book of the registry that `examples/storage-postgres` keeps: what a person wishes is read anew each time, and
 * a value is opened at the last moment. Of somebody whose wishes are not on file, or do not open, no contact point may be
 * used, since what is not known is not safe: such a notice goes to a person. The same holds for somebody who was destroyed.
 */
export const storedContactBook = ({ contacts, calendar, now }: StoredContactBookParts): ContactBookShape => ({
  reachabilityOf: (person) =>
    Effect.gen(function* () {
      const readAt = yield* now;
      const entries = yield* contacts.ofPerson(person);
      const wishes = yield* orNull(contacts.wishesOf(person));
      const { safeContact, zone } = wishes ?? NOT_ON_FILE;
      const options = contactOptions({ entries, safeContact, zone, readAt });
      return { contacts: wishes === null ? options.map((each) => ({ ...each, mayUse: false })) : options, calendar };
    }).pipe(Effect.mapError(() => new ContactBookUnavailable({ during: "reachabilityOf" }))),
  resolve: (contact, method) => resolve(contacts, contact, method),
});

/** A contact book over the worker's own database. */
export type ContactBookOver = (opened: Pick<OpenedDatabase, "db">) => ContactBookShape;

/**
 * A contact book over whatever database the worker opens, for an agency's module: contact points and wishes are sealed
 * there, and open with this ring.
 */
export const contactBookOver =
  ({
    ring,
    calendar,
    now,
  }: Omit<StoredContactBookParts, "contacts"> & { readonly ring: KeyRingShape }): ContactBookOver =>
  ({ db }) => {
    const vault = Effect.runSync(
      fieldVault.pipe(Effect.provideService(KeyRing, ring), Effect.provideService(RecordKeys, recordKeyStore(db))),
    );
    return storedContactBook({ contacts: contactStore({ db, cipher: fieldCipherOf(vault), ring }), calendar, now });
  };

const NOT_ON_FILE: { readonly safeContact: SafeContact; readonly zone: ZoneId | null } = {
  safeContact: { hours: [], doNotLeaveMessage: true, neverUse: [], alternate: null },
  zone: null,
};

/** A reference that was made for one method leads to nothing by another. */
const resolve = <Method extends SendableMethod>(
  contacts: StoredContactBookParts["contacts"],
  contact: ContactRef,
  method: Method,
) =>
  Effect.gen(function* () {
    const kept = yield* Effect.mapError(
      orNull(contacts.find(contact)),
      () => new ContactBookUnavailable({ during: "resolve" }),
    );
    const recipient = kept === null || kept.method !== method ? null : readRecipient(method, kept.value);
    return recipient ?? (yield* Effect.fail(new ContactNotUsable({ contact })));
  });

/** What was destroyed or does not open is not there to be used. */
const orNull = <Answer, Failure>(read: Effect.Effect<Answer, Failure>): Effect.Effect<Answer | null, Failure> =>
  Effect.catchDefect(read, (defect) =>
    defect instanceof RecordShredded || defect instanceof SealedValueUnreadable
      ? Effect.succeed(null)
      : Effect.die(defect),
  );
