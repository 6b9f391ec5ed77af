import { Instant, PersonId, Registration, RegistrationId, Revision } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { expect } from "vitest";
import type { Registry } from "../../src/registry/registry.ts";
import { codeFor, ENDS_AT, samplePending, sampleRegistration } from "./sample-registration.ts";

/** An empty registry, as two processes have it. */
type RegistryHarness = { readonly registry: Registry; readonly other: Registry };

type RegistryCase = { readonly name: string; readonly run: (harness: RegistryHarness) => Promise<void> };

const run = <A, E>(effect: Effect.Effect<A, E>): Promise<A> => Effect.runPromise(effect);
const failure = <A, E>(effect: Effect.Effect<A, E>): Promise<E> => Effect.runPromise(Effect.flip(effect));

const register = async (registry: Registry, number: number, registration = sampleRegistration(number)) => {
  await run(registry.hold(samplePending(number, registration)));
  const stored = await run(registry.confirm(codeFor(number)));
  return stored ?? expect.fail("a right code registers");
};

const SUPERVISED = "supervised-1";
const FIRST = Revision.parse(1);
const SECOND = Revision.parse(2);

/** What a registry promises, whatever it is kept in. */
export const REGISTRY_CONTRACT: readonly RegistryCase[] = [
  {
    name: "nothing is registered before the code is given, and then all that was asked for",
    run: async ({ registry, other }) => {
      await run(registry.hold(samplePending(1)));
      expect(await run(other.about(SUPERVISED))).toEqual([]);
      expect(await run(other.find(RegistrationId.parse("registration-1")))).toBe(null);
      const stored = { registration: sampleRegistration(1), status: "active", revision: 1 };
      expect(await run(other.confirm(codeFor(1)))).toEqual(stored);
      expect(await run(registry.find(RegistrationId.parse("registration-1")))).toEqual(stored);
      expect(await run(registry.about(SUPERVISED))).toEqual([sampleRegistration(1)]);
    },
  },
  {
    name: "a code that is given again answers as it did first",
    run: async ({ registry, other }) => {
      const stored = await register(registry, 1);
      expect(await run(other.confirm(codeFor(1)))).toEqual(stored);
      expect(await run(registry.about(SUPERVISED))).toHaveLength(1);
    },
  },
  {
    name: "one code that several give at once, in two processes, makes one registration, and all get it",
    run: async ({ registry, other }) => {
      await run(registry.hold(samplePending(1)));
      const given = [registry, other, registry, other, registry, other].map((each) => run(each.confirm(codeFor(1))));
      const ids = (await Promise.all(given)).map((stored) => stored?.registration.id);
      expect(new Set(ids)).toEqual(new Set(["registration-1"]));
      expect(await run(other.about(SUPERVISED))).toHaveLength(1);
    },
  },
  {
    name: "several requests by one address, confirmed at once in two processes, are one registration",
    run: async ({ registry, other }) => {
      const { contacts } = sampleRegistration(9);
      const numbers = [1, 2, 3, 4];
      for (const number of numbers)
        await run(registry.hold(samplePending(number, sampleRegistration(number, { contacts }))));
      const given = numbers.map((number) => run((number % 2 === 0 ? registry : other).confirm(codeFor(number))));
      const ids = new Set((await Promise.all(given)).map((stored) => stored?.registration.id));
      expect(ids.size).toBe(1);
      expect((await run(registry.about(SUPERVISED))).map(({ id }) => id)).toEqual([...ids]);
    },
  },
  {
    name: "one value by another method is the same way to be reached; about somebody else it is another registration",
    run: async ({ registry }) => {
      const value = "+15550009999";
      const by = (method: "sms" | "phone") => [
        { method, value, currency: "current", confirmedOn: null, preference: null } as const,
      ];
      const one = await register(registry, 1, sampleRegistration(1, { contacts: by("sms") }));
      const same = await register(registry, 2, sampleRegistration(2, { contacts: by("phone") }));
      expect(same).toEqual(one);
      const supervisedPersonId = Registration.shape.supervisedPersonId.parse("supervised-2");
      const third = await register(registry, 3, sampleRegistration(3, { contacts: by("sms"), supervisedPersonId }));
      expect(third.registration.id).toBe("registration-3");
    },
  },
  {
    name: "five wrong codes close a request, whichever process hears them, and four do not",
    run: async ({ registry, other }) => {
      for (const number of [1, 2]) await run(registry.hold(samplePending(number)));
      for (const each of [registry, other, registry, other])
        for (const number of [1, 2]) expect(await run(each.confirm(codeFor(number, { right: false })))).toBe(null);
      expect(await run(other.confirm(codeFor(1, { right: false })))).toBe(null);
      expect(await run(registry.confirm(codeFor(1)))).toBe(null);
      expect(await run(registry.confirm(codeFor(2)))).toMatchObject({ status: "active" });
    },
  },
  {
    name: "wrong codes that are given at once are all counted",
    run: async ({ registry, other }) => {
      await run(registry.hold(samplePending(1)));
      const wrong = [registry, other, registry, other, registry].map((each) =>
        run(each.confirm(codeFor(1, { right: false }))),
      );
      expect(await Promise.all(wrong)).toEqual([null, null, null, null, null]);
      expect(await run(other.confirm(codeFor(1)))).toBe(null);
    },
  },
  {
    name: "a code is good until its moment, and not at it; one of no request is none",
    run: async ({ registry }) => {
      for (const number of [1, 2]) await run(registry.hold(samplePending(number)));
      const last = Instant.parse("2026-11-09T13:59:59.999Z");
      expect(await run(registry.confirm(codeFor(1, { at: ENDS_AT })))).toBe(null);
      expect(await run(registry.confirm(codeFor(2, { at: last })))).toMatchObject({ status: "active" });
      expect(await run(registry.confirm(codeFor(3)))).toBe(null);
    },
  },
  {
    name: "a registration that was taken back stays so, whatever comes after",
    run: async ({ registry, other }) => {
      const { registration } = await register(registry, 1);
      const withdrawn = { registration, status: "withdrawn", revision: 2 };
      expect(await run(other.withdraw(registration.id, FIRST))).toEqual(withdrawn);
      expect(await run(registry.find(registration.id))).toEqual(withdrawn);
      expect(await run(registry.confirm(codeFor(1)))).toEqual(withdrawn);
      expect(await run(registry.withdraw(registration.id, SECOND))).toEqual(withdrawn);
      expect(await failure(other.withdraw(registration.id, FIRST))).toMatchObject({
        _tag: "RevisionConflict",
        expected: 1,
        actual: 2,
      });
      expect(await run(other.about(SUPERVISED))).toEqual([]);
    },
  },
  {
    name: "whoever took a registration back can register anew by the same address",
    run: async ({ registry }) => {
      const { registration } = await register(registry, 1);
      await run(registry.withdraw(registration.id, FIRST));
      const { contacts } = registration;
      const again = await register(registry, 2, sampleRegistration(2, { contacts }));
      expect(again).toMatchObject({ registration: { id: "registration-2" }, status: "active" });
      expect((await run(registry.about(SUPERVISED))).map(({ id }) => id)).toEqual(["registration-2"]);
    },
  },
  {
    name: "of several who take one back at one revision, one does and the others learn where it stands",
    run: async ({ registry, other }) => {
      const { registration } = await register(registry, 1);
      const asked = [registry, other, registry, other].map((each) =>
        run(Effect.match(each.withdraw(registration.id, FIRST), { onSuccess: () => "done", onFailure: (e) => e._tag })),
      );
      expect((await Promise.all(asked)).toSorted()).toEqual([
        "RevisionConflict",
        "RevisionConflict",
        "RevisionConflict",
        "done",
      ]);
      expect(await run(registry.withdraw(RegistrationId.parse("nobody's"), FIRST))).toBe(null);
    },
  },
  {
    name: "a person's registrations come in pages, in the order in which they were made, withdrawn ones too",
    run: async ({ registry }) => {
      const { person } = sampleRegistration("p");
      for (const number of [3, 1, 2]) await register(registry, number, sampleRegistration(number, { person }));
      await register(registry, 4);
      await run(registry.withdraw(RegistrationId.parse("registration-1"), FIRST));
      const pages = [];
      let after: string | null = null;
      do {
        const page: Effect.Success<ReturnType<Registry["listForPerson"]>> = await run(
          registry.listForPerson({ personId: person.id, after, limit: 2 }),
        );
        pages.push(page.items.map(({ registration, status }) => `${registration.id} ${status}`));
        after = page.next;
      } while (after !== null);
      expect(pages).toEqual([["registration-3 active", "registration-1 withdrawn"], ["registration-2 active"]]);
      const none = await run(registry.listForPerson({ personId: PersonId.parse("nobody"), after: null, limit: 2 }));
      expect(none).toEqual({ items: [], next: null });
    },
  },
  {
    name: "ids of any characters are kept apart, and as they are",
    run: async ({ registry }) => {
      const odd = ["a\u0000b", "a\ud800b", 'a"\\b', "a b", "a\u0001b"];
      for (const [at, id] of odd.entries()) {
        const person = { ...sampleRegistration(at).person, id: PersonId.parse(id) };
        const ids = { id: RegistrationId.parse(id), supervisedPersonId: id } as Partial<Registration>;
        await register(registry, at, sampleRegistration(at, { person, ...ids }));
      }
      for (const id of odd) {
        expect(await run(registry.about(id))).toMatchObject([{ id, person: { id }, supervisedPersonId: id }]);
        const { items } = await run(registry.listForPerson({ personId: PersonId.parse(id), after: null, limit: 9 }));
        expect(items).toMatchObject([{ registration: { id } }]);
      }
    },
  },
];
