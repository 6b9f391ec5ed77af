import { Instant, invariant, PersonId, RegistrationId, Revision, StoreUnavailable } from "@victim-rights/core";
import { contactStore, type Database, personRecord } from "@victim-rights-examples/storage-postgres";
import { contentOf, emptyAll, failingAt, sampleRings } from "@victim-rights-examples/storage-postgres/testing";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseRegistry } from "../../src/node/stores/database-registry.ts";
import { requestsRecord } from "../../src/node/stores/pending-registrations.ts";
import { codeFor, ENDS_AT, HELD_AT, samplePending, sampleRegistration } from "../stores/sample-registration.ts";
import { DATABASES, type OpenedTwice, sealingIn } from "./opened-twice.ts";

const run = <A, E>(effect: Effect.Effect<A, E>): Promise<A> => Effect.runPromise(effect);
const ID = RegistrationId.parse("registration-1");
const PERSON = PersonId.parse("person-1");
const FIRST = Revision.parse(1);

describe.each(DATABASES)("a registry on $engine", ({ engine, openTwice }) => {
  const rings = sampleRings();
  let opened: OpenedTwice;
  let now: Instant = HELD_AT;
  beforeAll(async () => {
    opened = await openTwice();
  });
  afterAll(async () => {
    await opened.close();
    rings.remove();
  });
  beforeEach(async () => {
    now = HELD_AT;
    await emptyAll(opened.one.db);
  });
  const registryIn = (db: Kysely<Database> = opened.one.db) =>
    databaseRegistry({ ...sealingIn(db, rings.ring).parts, clock: () => now });
  const contacts = () => contactStore(sealingIn(opened.one.db, rings.ring).parts);
  const register = async (number: number, registration = sampleRegistration(number)) => {
    await run(registryIn().hold(samplePending(number, registration)));
    return run(registryIn().confirm(codeFor(number)));
  };

  test("keeps no name, address, number or wish in the clear, at any step", async () => {
    const seen = [];
    await run(registryIn().hold(samplePending(1)));
    seen.push(await contentOf(opened.one.db));
    await run(registryIn().confirm(codeFor(1)));
    seen.push(await contentOf(opened.one.db));
    await run(registryIn().withdraw(ID, FIRST));
    seen.push(await contentOf(opened.one.db));
    const all = JSON.stringify(seen);
    for (const text of ["canary-1@canary.example", "+15550001", "Name 1", "America/Chicago", "doNotLeave"]) {
      expect(all).not.toContain(text);
      expect(all).not.toContain(Buffer.from(text).toString("hex"));
    }
    expect(all).toContain("person-1");
  });

  test("keeps the contact points and the wishes of a person where the delivery worker reads them", async () => {
    await register(1);
    const entries = await run(contacts().ofPerson(PERSON));
    expect(entries.map(({ method, currency, preference }) => ({ method, currency, preference }))).toEqual([
      { method: "email", currency: "current", preference: 2 },
      { method: "sms", currency: "current", preference: 1 },
    ]);
    const values = await Promise.all(entries.map(async ({ contact }) => (await run(contacts().find(contact)))?.value));
    expect(values).toEqual(["canary-1@canary.example", "+15550001"]);
    const found = await run(contacts().search({ method: "sms", value: "+15550001" }));
    expect(found.map(({ person }) => person)).toEqual([PERSON]);
    const { safeContact } = sampleRegistration(1);
    expect(await run(contacts().wishesOf(PERSON))).toEqual({ safeContact, zone: "America/Chicago" });
  });

  test("has nothing left to reach anybody by of a registration that was taken back, and the others' as they were", async () => {
    await register(1);
    await register(2);
    await run(registryIn().withdraw(ID, FIRST));
    expect(await run(contacts().ofPerson(PERSON))).toEqual([]);
    expect(await run(contacts().search({ method: "sms", value: "+15550001" }))).toEqual([]);
    expect(await run(contacts().ofPerson(PersonId.parse("person-2")))).toHaveLength(2);
  });

  test("refuses, in the schema, to revive what was taken back", async () => {
    await register(1);
    await run(registryIn().withdraw(ID, FIRST));
    const revive = opened.one.db.updateTable("registration").set({ status: "active" }).execute();
    await expect(revive).rejects.toMatchObject({ code: "23001" });
  });

  test("sees a contact point as it is on file now, and no more once it was removed", async () => {
    await register(1);
    const [email] = await run(contacts().search({ method: "email", value: "canary-1@canary.example" }));
    invariant(email !== undefined, "the contact point is kept");
    await run(contacts().put({ ...email, value: "moved@canary.example", currency: "stale" }));
    const stored = await run(registryIn().find(ID));
    expect(stored?.registration.contacts[0]).toMatchObject({ value: "moved@canary.example", currency: "stale" });
    await run(contacts().removeOfPerson(PERSON));
    expect((await run(registryIn().about("supervised-1")))[0]?.contacts).toEqual([]);
  });

  test("answers of a person who was destroyed as of nobody, and of all others as before", async () => {
    await register(1);
    await register(2);
    await run(sealingIn(opened.one.db, rings.ring).vault.shred(personRecord(PERSON)));
    expect(await run(registryIn().find(ID))).toBe(null);
    expect((await run(registryIn().about("supervised-1"))).map(({ id }) => id)).toEqual(["registration-2"]);
    const { items } = await run(registryIn().listForPerson({ personId: PERSON, after: null, limit: 9 }));
    expect(items).toEqual([]);
    expect(await run(registryIn().withdraw(ID, FIRST))).toBe(null);
    expect(await run(registryIn().confirm(codeFor(1)))).toBe(null);
  });

  test("forgets a person with every hash, so that the address can register anew", async () => {
    await register(1);
    await register(2);
    await run(registryIn().forget(PERSON));
    expect(JSON.stringify(await contentOf(opened.one.db))).not.toMatch(/registration-1|request-1/u);
    const { contacts: same } = sampleRegistration(1);
    expect(await register(3, sampleRegistration(3, { contacts: same }))).toMatchObject({
      registration: { id: "registration-3" },
    });
    expect((await run(registryIn().about("supervised-1"))).map(({ id }) => id)).toEqual([
      "registration-2",
      "registration-3",
    ]);
  });

  test("removes requests whose time is over with the next that comes in, and what was asked goes with its day's key", async () => {
    await run(registryIn().hold(samplePending(1)));
    await run(registryIn().hold(samplePending(2)));
    now = ENDS_AT;
    await run(registryIn().hold({ ...samplePending(3), expiresAt: Instant.parse("2026-11-10T01:00:00Z") }));
    const rows = await opened.one.db.selectFrom("pending_registration").select(["request", "sealed_for"]).execute();
    expect(rows).toEqual([{ request: "request-3", sealed_for: "registration-requests:2026-11-10" }]);
    await run(sealingIn(opened.one.db, rings.ring).vault.shred(requestsRecord(Instant.parse("2026-11-10T01:00:00Z"))));
    expect(await run(registryIn().confirm(codeFor(3)))).toBe(null);
    expect(await run(registryIn().about("supervised-1"))).toEqual([]);
  });

  test("that is cut off at any statement has all of a step or nothing, and the step can be made again", async () => {
    const steps = {
      hold: (db: Kysely<Database>): Effect.Effect<unknown, { readonly _tag: string }> =>
        registryIn(db).hold(samplePending(1)),
      confirm: (db: Kysely<Database>): Effect.Effect<unknown, { readonly _tag: string }> =>
        registryIn(db).confirm(codeFor(1)),
      withdraw: (db: Kysely<Database>): Effect.Effect<unknown, { readonly _tag: string }> =>
        registryIn(db).withdraw(ID, FIRST),
    };
    for (const [name, step] of Object.entries(steps)) {
      let cuts = 0;
      for (let finished = false; !finished;) {
        const before = withoutKeys(await contentOf(opened.one.db));
        const failing = failingAt(cuts + 1, () => Promise.reject(new Error("cut off")));
        const outcome = await run(Effect.result(step(opened.one.db.withPlugin(failing.plugin))));
        finished = !failing.hasFailed();
        if (finished) break;
        cuts += 1;
        expect(Result.isFailure(outcome) ? outcome.failure : null, name).toBeInstanceOf(StoreUnavailable);
        expect(withoutKeys(await contentOf(opened.one.db)), `${name} on ${engine}`).toEqual(before);
      }
      expect(cuts, name).toBeGreaterThan(3);
    }
    expect(await run(registryIn().find(ID))).toMatchObject({ status: "withdrawn", revision: 2 });
  });
});

/** A record's key may be made before the step that needs it fails: nothing is sealed with it yet. */
const withoutKeys = (content: Awaited<ReturnType<typeof contentOf>>) => ({ ...content, record_key: [] });
