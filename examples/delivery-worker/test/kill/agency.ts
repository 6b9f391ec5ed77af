import { instantAt, ZoneId } from "@victim-rights/core";
import { ContactRef } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Agency } from "../../src/agency/agency.ts";
import { ContactNotUsable } from "../../src/contact/contact-book.ts";
import { readRecipient } from "../../src/contact/recipient.ts";
import { POLICY } from "../policy.ts";

/** How many telephones each person has. */
const TELEPHONES = 3;

/** Each telephone is tried once: what is not confirmed goes to the next. */
const ONCE = { ...POLICY, cadences: POLICY.cadences.map((cadence) => ({ ...cadence, maxAttempts: 1 })) };

/** An agency whose every person has some telephones, each with a number made of the reference. */
export const agency = {
  contactBook: {
    reachabilityOf: (person) =>
      Effect.sync(() => ({
        contacts: Array.from({ length: TELEPHONES }, (_, index) => ({
          contact: ContactRef.parse(`contact-${person}-${index}`),
          method: "sms" as const,
          mayUse: true,
          leaveMessage: true,
          safeHours: [],
          zone: null,
          checkedAt: instantAt(Date.now()),
        })),
        calendar: { zone: ZoneId.parse("America/Chicago") },
      })),
    resolve: (contact, method) => {
      const [, person, index] = /P(\d+)-(\d)/u.exec(contact) ?? [];
      const recipient = readRecipient(method, `+1555${String(person).padStart(6, "0")}${index}`);
      return recipient === null ? Effect.fail(new ContactNotUsable({ contact })) : Effect.succeed(recipient);
    },
  },
  detailsOf: () =>
    Effect.succeed({
      eventKind: "release",
      language: "en",
      asked: true,
      occurred: null,
      scheduled: null,
      releaseType: null,
      place: null,
      agency: { name: "Office of Victim Services", phone: "555-0100" },
      content: ["event"],
      rights: [],
      enclosed: [],
    }),
  subjects: { en: "A message for you", es: "Un mensaje para usted" },
  rulesFor: () => ({ policy: ONCE, onDoubt: "second-notice" }),
} satisfies Agency;
