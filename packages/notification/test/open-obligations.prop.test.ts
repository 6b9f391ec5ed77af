import { test as property } from "@fast-check/vitest";
import { type EventKind, Registration } from "@victim-rights/core";
import * as fc from "fast-check";
import { describe, expect } from "vitest";
import { openObligations } from "../src/index.ts";
import { type ArbitraryLawRecords, arbitraryRecords } from "../src/testing.ts";
import { at, foldOf, SYSTEM } from "./obligation-records.ts";
import { plan } from "./records.ts";
import { XX_YY } from "./xx-yy.ts";

const KINDS: readonly EventKind[] = [
  "parole-hearing-scheduled",
  "escape",
  "release",
  "release-scheduled",
  "arrest",
  "custody-level-changed",
];
const records = arbitraryRecords(XX_YY, KINDS);
const moments = ["2026-01-15T12:00:00Z", "2026-03-08T08:30:00Z", "2026-11-01T06:30:00Z"].map(at);
const runs = { numRuns: 150 };

const opensAt = (given: ArbitraryLawRecords, now = moments[1], known = noneKnown) => {
  const made = plan({ ...given, ...(now === undefined ? {} : { now }) });
  return { made, openings: openObligations({ plan: made, known, by: SYSTEM }) };
};
const noneKnown: Parameters<typeof openObligations>[0]["known"] = [];

describe("openObligations", () => {
  property.prop([records], runs)("whoever is owed a notice has an obligation for every ground of it", (given) => {
    const { made, openings } = opensAt(given);
    const owedGrounds = made.owed.flatMap(({ notices }) =>
      notices.flatMap(({ id, grounds }) => grounds.map(({ ground }) => `${id} ${ground.rule}`)),
    );
    const openGrounds = openings.obligations.flatMap(({ terms }) =>
      terms.grounds.map(({ rule }) => `${terms.noticeId} ${rule}`),
    );
    expect(openGrounds.toSorted()).toEqual(owedGrounds.toSorted());
    expect(openings.tasks).toHaveLength(made.needsPerson.length);
    expect(new Set(openings.tasks.map(({ id }) => id)).size).toBe(openings.tasks.length);
  });

  property.prop([records, fc.constantFrom(...moments)], runs)(
    "a plan made again, at any time, opens no ground twice",
    (given, again) => {
      const known = opensAt(given).openings.obligations.map(foldOf);
      const covered = new Set(
        known.flatMap(({ noticeId, grounds }) => grounds.map(({ rule }) => `${noticeId} ${rule}`)),
      );
      const { openings } = opensAt(given, again, known);
      const ids = new Set(known.map(({ id }) => id));
      for (const { terms } of openings.obligations) {
        expect(ids.has(terms.id)).toBe(false);
        for (const { rule } of terms.grounds) expect(covered.has(`${terms.noticeId} ${rule}`)).toBe(false);
      }
    },
  );

  property.prop([records], runs)("no contact value reaches an obligation or a task", (given) => {
    const registrations = given.registrations.map((each) =>
      Registration.parse({
        ...each,
        contacts: each.contacts.map((contact) => ({ ...contact, value: `CANARY-${contact.value}` })),
        safeContact: { ...each.safeContact, alternate: "CANARY-alternate" },
        person: { ...each.person, name: "CANARY-name" },
      }),
    );
    expect(JSON.stringify(opensAt({ ...given, registrations }).openings)).not.toContain("CANARY");
  });

  property.prop([records], runs)("the law's deadline is never later than a ground's own", (given) => {
    for (const { terms } of opensAt(given).openings.obligations)
      for (const { basis, closes } of terms.grounds)
        if (basis === "law" && closes !== null) expect((terms.deadline.law?.by ?? "~") <= closes).toBe(true);
  });
});
