import { Instant, ZoneId } from "@victim-rights/core";
import { ContactRef } from "@victim-rights/notification";
import { describe, expect, test } from "vitest";
import { type ContactEntry, contactOptions } from "../src/contact/contact-options.ts";
import { NO_LIMITS } from "./sample-book.ts";

const READ_AT = Instant.parse("2026-03-02T15:00:00Z");
const entry = (given: Partial<ContactEntry>): ContactEntry => ({
  contact: ContactRef.parse("contact-1"),
  method: "email",
  currency: "current",
  preference: null,
  ...given,
});
const options = (entries: readonly ContactEntry[], safeContact = NO_LIMITS) =>
  contactOptions({ entries, safeContact, zone: ZoneId.parse("America/Chicago"), readAt: READ_AT });
const mayUse = (given: Partial<ContactEntry>, safeContact = NO_LIMITS) =>
  options([entry(given)], safeContact).map((option) => option.mayUse);

describe("contactOptions", () => {
  test("puts the person's own order first, and what they did not rank last", () => {
    const ranked = [3, null, 1, 2].map((preference) =>
      entry({ preference, contact: ContactRef.parse(`rank-${String(preference)}`) }),
    );
    expect(options(ranked).map(({ contact }) => contact)).toEqual(["rank-1", "rank-2", "rank-3", "rank-null"]);
  });

  test("uses nothing that is not known to be current", () => {
    for (const currency of ["returned", "stale", "unknown"] as const) expect(mayUse({ currency })).toEqual([false]);
    expect(mayUse({ currency: "current" })).toEqual([true]);
  });

  test("uses nothing that the person ruled out", () => {
    expect(mayUse({ method: "postal" }, { ...NO_LIMITS, neverUse: ["postal"] })).toEqual([false]);
  });

  test("leaves no text where no message may be left, and says so of the others", () => {
    const safe = { ...NO_LIMITS, doNotLeaveMessage: true };
    expect(mayUse({ method: "sms" }, safe)).toEqual([false]);
    expect(mayUse({ method: "phone" }, safe)).toEqual([true]);
    expect(options([entry({ method: "phone" })], safe)).toMatchObject([{ leaveMessage: false, checkedAt: READ_AT }]);
  });
});
