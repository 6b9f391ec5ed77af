import type { ContactCurrency, ContactMethod, Instant, SafeContact, ZoneId } from "@victim-rights/core";
import type { ContactOption, ContactRef } from "@victim-rights/notification";

/** A contact point of a registry, without its value. */
export type ContactEntry = {
  readonly contact: ContactRef;
  readonly method: ContactMethod;
  readonly currency: ContactCurrency;
  readonly preference: number | null;
};

/** What a registry knows of how a person may be reached, as it was just read. */
export type ContactRecord = {
  readonly entries: readonly ContactEntry[];
  readonly safeContact: SafeContact;
  readonly zone: ZoneId | null;
  readonly readAt: Instant;
};

/**
 * The contact points as the delivery policy takes them, the person's own order first. Only what is known to be current may
 * be used, and nothing that the person ruled out. A text on a telephone is a message that is left: whoever wants none left
 * gets none (a house rule).
 */
export const contactOptions = ({ entries, safeContact, zone, readAt }: ContactRecord): readonly ContactOption[] =>
  entries.toSorted(byPreference).map(({ contact, method, currency }) => ({
    contact,
    method,
    mayUse:
      currency === "current" &&
      !safeContact.neverUse.includes(method) &&
      !(method === "sms" && safeContact.doNotLeaveMessage),
    leaveMessage: !safeContact.doNotLeaveMessage,
    safeHours: safeContact.hours,
    zone,
    checkedAt: readAt,
  }));

const byPreference = (a: ContactEntry, b: ContactEntry): number =>
  (a.preference ?? Number.POSITIVE_INFINITY) === (b.preference ?? Number.POSITIVE_INFINITY)
    ? 0
    : (a.preference ?? Number.POSITIVE_INFINITY) - (b.preference ?? Number.POSITIVE_INFINITY);
