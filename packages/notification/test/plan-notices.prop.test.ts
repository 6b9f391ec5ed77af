import { test as property } from "@fast-check/vitest";
import { CustodyEvent, type EventKind, Instant, Registration } from "@victim-rights/core";
import * as fc from "fast-check";
import { describe, expect } from "vitest";
import type { Disposition, OwedNotice } from "../src/index.ts";
import { type ArbitraryLawRecords, arbitraryRecords } from "../src/testing.ts";
import { dispositions, plan } from "./records.ts";
import { XX_YY } from "./xx-yy.ts";

const KINDS: readonly EventKind[] = [
  "parole-hearing-scheduled",
  "escape",
  "release",
  "release-scheduled",
  "arrest",
  "property-no-longer-needed",
  "custody-level-changed",
  "death",
  "facility-transfer",
  "parole-hearing-held",
];
const records = arbitraryRecords(XX_YY, KINDS);
const now = fc
  .constantFrom("2026-01-15T12:00:00Z", "2026-03-08T08:30:00Z", "2026-11-01T06:30:00Z")
  .map((text) => Instant.parse(text));
const runs = { numRuns: 1000 };

/** The pairs there are, found the slow way: every registration beside every event. */
const pairsOf = ({ registrations, events }: ArbitraryLawRecords): readonly string[] => {
  const pairs = registrations.flatMap((registration) =>
    events
      .filter(({ supervisedPersonId }) => supervisedPersonId === registration.supervisedPersonId)
      .map(({ id, revision }) => `${registration.person.id} ${registration.supervisedPersonId} ${id} ${revision}`),
  );
  return [...new Set(pairs)].toSorted();
};

const pairOf = ({ personId, supervisedPersonId, eventId, revision }: Disposition): string =>
  `${personId} ${supervisedPersonId} ${eventId} ${revision}`;

const noticesIn = (found: readonly Disposition[]): readonly OwedNotice[] =>
  found.flatMap((each) => (each.list === "owed" ? each.notices : []));

describe("planNotices", () => {
  property.prop([records, now], runs)("nobody falls between: every pair is in exactly one list", (given, at) => {
    const found = plan({ ...given, now: at });
    expect(dispositions(found).map(pairOf).toSorted()).toEqual(pairsOf(given));
    const { pairs, owed, needsPerson, notOwed } = found.counts;
    expect(owed + needsPerson + notOwed).toBe(pairs);
  });

  property.prop([records, now, fc.infiniteStream(fc.nat())], runs)(
    "the order of the input changes nothing",
    (given, at, keys) => {
      const shuffle = <T>(items: readonly T[]): readonly T[] =>
        items
          .map((item) => ({ item, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const shuffled = {
        registrations: shuffle(given.registrations),
        events: shuffle(given.events),
        offenses: shuffle(given.offenses),
      };
      expect(plan({ ...shuffled, now: at })).toEqual(plan({ ...given, now: at }));
    },
  );

  property.prop([records, now], runs)(
    "giving every row twice changes the counts of duplicates and nothing else",
    (given, at) => {
      const { counts: once, ...lists } = plan({ ...given, now: at });
      const { counts: twice, ...listsTwice } = plan({
        ...given,
        registrations: [...given.registrations, ...given.registrations],
        events: [...given.events, ...given.events],
        now: at,
      });
      expect(listsTwice).toEqual(lists);
      expect(twice.duplicateEvents).toBe(once.duplicateEvents + given.events.length);
      expect(twice.pairs).toBe(once.pairs);
    },
  );

  property.prop([records, now], runs)(
    "nobody's plan depends on who else is registered: what is counted once for all is right for each",
    (given, at) => {
      const alone = [...Map.groupBy(given.registrations, ({ person }) => person.id).values()].flatMap((registrations) =>
        dispositions(plan({ ...given, registrations, now: at })),
      );
      const inOrder = (all: readonly Disposition[]) => all.toSorted((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1));
      expect(inOrder(dispositions(plan({ ...given, now: at })))).toEqual(inOrder(alone));
    },
  );

  property.prop([records, now], runs)(
    "no target lies outside the windows it meets, and every open window is met",
    (given, at) => {
      for (const { grounds, targets } of noticesIn(dispositions(plan({ ...given, now: at })))) {
        const met = targets.flatMap(({ meets }) => meets);
        expect(met.toSorted()).toEqual(
          grounds
            .filter(({ timing }) => timing === "open" || timing === "not-yet")
            .map(({ ground }) => ground.rule)
            .toSorted(),
        );
        for (const target of targets) {
          expect(target.at >= at).toBe(true);
          expect(target.by === null || target.at < target.by).toBe(true);
          for (const { ground, interval } of grounds.filter((each) => target.meets.includes(each.ground.rule))) {
            const inside =
              (interval.opens === null || interval.opens <= target.at) &&
              (interval.closes === null || target.at < interval.closes);
            expect(inside, ground.rule).toBe(true);
          }
        }
      }
    },
  );

  property.prop([records, now], runs)(
    "someone without a safe and current contact is never called not entitled",
    (given, at) => {
      const reachable = dispositions(plan({ ...given, now: at }));
      const registrations = given.registrations.map((each) => Registration.parse({ ...each, contacts: [] }));
      const unreachable = dispositions(plan({ ...given, registrations, now: at }));
      for (const [index, before] of reachable.entries()) {
        const after = unreachable[index];
        expect(after?.list === "not-owed").toBe(before.list === "not-owed");
        expect(after?.list).not.toBe("owed");
      }
    },
  );

  property.prop([records, now], runs)(
    "a method that someone ruled out, or that is not current, is never used",
    (given, at) => {
      for (const found of plan({ ...given, now: at }).owed) {
        const rows = given.registrations.filter(
          ({ person, supervisedPersonId }) =>
            person.id === found.personId && supervisedPersonId === found.supervisedPersonId,
        );
        const banned = new Set(rows.flatMap(({ safeContact }) => safeContact.neverUse));
        const used = found.notices.flatMap(({ methods }) => methods);
        expect(used.filter(({ method }) => banned.has(method))).toEqual([]);
        const current = new Set(
          rows
            .flatMap(({ contacts }) => contacts)
            .flatMap(({ method, value, currency }) => (currency === "current" ? [`${method} ${value}`] : [])),
        );
        expect(used.filter(({ method, value }) => !current.has(`${method} ${value}`))).toEqual([]);
        expect(rows.some(({ wishesAnonymity }) => wishesAnonymity)).toBe(false);
      }
    },
  );

  property.prop([records, now], runs)("withdrawing every event leaves nothing owed", (given, at) => {
    const withdrawn = given.events.map((event) => CustodyEvent.parse({ ...event, revision: 4, status: "withdrawn" }));
    expect(plan({ ...given, events: [...given.events, ...withdrawn], now: at }).owed).toEqual([]);
  });

  property.prop([records, now], runs)("a plan names no contact value and no name outside its methods", (given, at) => {
    const found = dispositions(plan({ ...given, now: at }));
    const text = JSON.stringify(found, (key, value: unknown) => (key === "methods" ? undefined : value));
    expect(text).not.toContain("value-");
  });
});
