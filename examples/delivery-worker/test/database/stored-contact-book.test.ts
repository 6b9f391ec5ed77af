import { Instant, type PersonId, PersonId as Person, SafeContact, ZoneId } from "@victim-rights/core";
import { ContactRef } from "@victim-rights/notification";
import { KeyRingUnavailable } from "@victim-rights-examples/field-encryption";
import {
  contactStore,
  fieldCipherOf,
  type KeptContact,
  type OpenedDatabase,
  personRecord,
  recordKeyStore,
} from "@victim-rights-examples/storage-postgres";
import { emptyAll, sampleRings, testDatabases, vaultOver } from "@victim-rights-examples/storage-postgres/testing";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ContactBookUnavailable, ContactNotUsable } from "../../src/contact/contact-book.ts";
import { contactBookOver } from "../../src/contact/stored-contact-book.ts";

const run = <A, E>(effect: Effect.Effect<A, E>): Promise<A> => Effect.runPromise(effect);
const failure = <A, E>(effect: Effect.Effect<A, E>): Promise<E> => Effect.runPromise(Effect.flip(effect));

const ANN = Person.parse("ann");
const AT = Instant.parse("2026-11-09T13:00:00Z");
const CHICAGO = ZoneId.parse("America/Chicago");
const DENVER = ZoneId.parse("America/Denver");
const [EMAIL, TEXT, LETTER] = ["ann-email", "ann-text", "ann-letter"].map((ref) => ContactRef.parse(ref)) as [
  ContactRef,
  ContactRef,
  ContactRef,
];

const WISHES: SafeContact = SafeContact.parse({
  hours: [{ from: "09:00", to: "11:00" }],
  doNotLeaveMessage: true,
  neverUse: ["postal"],
  alternate: null,
});

const kept = (contact: ContactRef, rest: Partial<KeptContact>): KeptContact => ({
  contact,
  person: ANN,
  method: "email",
  currency: "current",
  preference: null,
  value: "ann@canary.example",
  ...rest,
});

describe.each(testDatabases())("a contact book over what is stored on $engine", ({ open }) => {
  const rings = sampleRings();
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(async () => {
    await opened.close();
    rings.remove();
  });
  const vault = () => vaultOver(rings.ring, recordKeyStore(opened.db));
  const contacts = () => contactStore({ db: opened.db, cipher: fieldCipherOf(vault()), ring: rings.ring });
  const book = () =>
    contactBookOver({ ring: rings.ring, calendar: { zone: CHICAGO }, now: Effect.succeed(AT) })(opened);
  const usable = async (person: PersonId = ANN) =>
    (await run(book().reachabilityOf(person))).contacts.filter(({ mayUse }) => mayUse).map(({ contact }) => contact);

  beforeEach(async () => {
    await emptyAll(opened.db);
    await run(contacts().put(kept(EMAIL, { preference: 2 })));
    await run(contacts().put(kept(TEXT, { method: "sms", value: "+15550001", preference: 1 })));
    await run(contacts().put(kept(LETTER, { method: "postal", value: ["Ann Sample", "1 Sample Street"] })));
    await run(contacts().putWishes(ANN, { safeContact: WISHES, zone: DENVER }));
  });

  test("gives each contact point in the person's order, with their wishes, their zone and the moment of reading", async () => {
    const shared = { leaveMessage: false, safeHours: WISHES.hours, zone: DENVER, checkedAt: AT };
    expect(await run(book().reachabilityOf(ANN))).toEqual({
      contacts: [
        { contact: TEXT, method: "sms", mayUse: false, ...shared },
        { contact: EMAIL, method: "email", mayUse: true, ...shared },
        { contact: LETTER, method: "postal", mayUse: false, ...shared },
      ],
      calendar: { zone: CHICAGO },
    });
  });

  test("follows what the person says next, at once", async () => {
    const safeContact = { ...WISHES, doNotLeaveMessage: false, neverUse: ["email" as const] };
    await run(contacts().putWishes(ANN, { safeContact, zone: null }));
    expect(await usable()).toEqual([TEXT, LETTER]);
    expect((await run(book().reachabilityOf(ANN))).contacts[0]).toMatchObject({ zone: null, leaveMessage: true });
  });

  test("lets nothing be used of somebody whose wishes are not on file, do not open, or were destroyed with them", async () => {
    const bea = Person.parse("bea");
    await run(contacts().put(kept(ContactRef.parse("bea-email"), { person: bea })));
    expect(await usable(bea)).toEqual([]);
    await opened.db
      .updateTable("safe_wish")
      .set({ content: new Uint8Array(40) })
      .execute();
    expect(await usable()).toEqual([]);
    await run(contacts().putWishes(ANN, { safeContact: WISHES, zone: DENVER }));
    expect(await usable()).toEqual([EMAIL]);
    await run(vault().shred(personRecord(ANN)));
    expect(await usable()).toEqual([]);
    expect(await run(book().reachabilityOf(Person.parse("nobody")))).toMatchObject({ contacts: [] });
  });

  test("opens a value for the method that it is of, and says nothing of one that cannot be used", async () => {
    const { method, value } = await run(book().resolve(TEXT, "sms"));
    expect([method, Redacted.value(value)]).toEqual(["sms", "+15550001"]);
    expect(Redacted.value((await run(book().resolve(LETTER, "postal"))).value)).toEqual([
      "Ann Sample",
      "1 Sample Street",
    ]);
    await run(contacts().put(kept(ContactRef.parse("odd"), { value: "canary one, canary two" })));
    const unusable: readonly Effect.Effect<unknown, ContactNotUsable | ContactBookUnavailable>[] = [
      book().resolve(TEXT, "phone"),
      book().resolve(ContactRef.parse("odd"), "email"),
      book().resolve(ContactRef.parse("nobody-s"), "email"),
    ];
    for (const asked of unusable) {
      const refused = await failure(asked);
      expect(refused).toBeInstanceOf(ContactNotUsable);
      expect(JSON.stringify(refused) + refused.message).not.toContain("canary");
    }
    await run(vault().shred(personRecord(ANN)));
    expect(await failure(book().resolve(EMAIL, "email"))).toBeInstanceOf(ContactNotUsable);
  });

  test("is not there while its keys do not answer, and forgets whoever is removed", async () => {
    const away = () => Effect.fail(new KeyRingUnavailable({ ring: "away" }));
    const closed = contactBookOver({
      ring: { ...rings.ring, unlock: away },
      calendar: { zone: CHICAGO },
      now: Effect.succeed(AT),
    })(opened);
    expect(await failure(closed.reachabilityOf(ANN))).toBeInstanceOf(ContactBookUnavailable);
    expect(await failure(closed.resolve(EMAIL, "email"))).toBeInstanceOf(ContactBookUnavailable);
    await run(contacts().removeOfPerson(ANN));
    expect(await run(contacts().wishesOf(ANN))).toBe(null);
    expect(await run(book().reachabilityOf(ANN))).toMatchObject({ contacts: [] });
  });
});
