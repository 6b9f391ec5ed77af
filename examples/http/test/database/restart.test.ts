import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RegistrationId } from "@victim-rights/core";
import { addKeyToRingFile, createKeyRingFile, openKeyRingFile } from "@victim-rights-examples/field-encryption";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { describe, expect, onTestFinished, test } from "vitest";
import { KeysDoNotOpen, openDurableStores, storesOver } from "../../src/node/open-durable-stores.ts";
import { readSeed } from "../../src/node/seed.ts";
import { bearer, NOW, service } from "../service.ts";
import { openSnapshot } from "@victim-rights-examples/storage-postgres/testing";
import { DATABASES } from "./opened-twice.ts";

const NOBODY = { offenses: [], registrations: [], events: [] };
const beginning = { seed: NOBODY, clock: () => NOW };

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "victim-rights-restart-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

const REQUEST = {
  jurisdiction: "us-mo",
  supervisedPersonId: "1100201",
  contact: { method: "email", value: "person@canary.example" },
  zone: "America/Chicago",
};

/** A directory that is up to date and empty, which is quicker than letting the service make one. */
const emptyDirectory = async (): Promise<string> => {
  const directory = join(folder(), "data");
  await (await openSnapshot(directory)).close();
  return directory;
};

describe("a service that keeps what it is told, in a directory", () => {
  test("begins, ends and begins again, and knows requests, codes, registrations and first answers", async () => {
    const [directory, keys] = [await emptyDirectory(), join(folder(), "ring.json")];
    createKeyRingFile(keys, "first");
    const start = async () => {
      const stores = await openDurableStores({ kind: "pglite", directory, keys }, beginning);
      let made = 0;
      const ids = { next: () => `${crypto.randomUUID()}-${(made += 1)}`, code: () => "12345678" };
      return { stores, running: service({ ports: { ...stores, ids } }) };
    };

    const first = await start();
    const asked = await first.running.ask("POST", "/registrations", { body: REQUEST });
    const { request } = (await asked.json()) as { request: string };
    await first.stores.close();

    const second = await start();
    const body = { request, code: "12345678" };
    const confirmed = await second.running.ask("POST", "/registrations/confirmations", { body });
    expect(confirmed.status).toBe(200);
    const { registration } = (await confirmed.json()) as { registration: string };
    const id = RegistrationId.parse(registration);
    const stored = await Effect.runPromise(second.stores.registry.find(id));
    const token = await bearer("victim", stored?.registration.person.id);
    const withdraw = { token, headers: { "idempotency-key": "withdraw-1", "if-match": '"1"' } };
    const withdrawn = await second.running.ask("POST", `/registrations/${registration}/withdrawal`, withdraw);
    expect(withdrawn.status).toBe(200);
    const answer = await withdrawn.text();
    await second.stores.close();

    const third = await start();
    expect(await Effect.runPromise(third.stores.registry.find(id))).toEqual({
      ...stored,
      status: "withdrawn",
      revision: 2,
    });
    const again = await third.running.ask("POST", `/registrations/${registration}/withdrawal`, withdraw);
    expect([again.status, again.headers.get("idempotency-replayed"), await again.text()]).toEqual([
      200,
      "true",
      answer,
    ]);
    const code = await third.running.ask("POST", "/registrations/confirmations", { body });
    expect(await code.json()).toMatchObject({ registration, status: "withdrawn" });
    await third.stores.close();
  });

  test("refuses a ring that others may read, one that is not there, and one that does not open what is kept", async () => {
    const own = folder();
    const directory = await emptyDirectory();
    const [keys, open, other] = ["ring.json", "open.json", "other.json"].map((name) => join(own, name)) as [
      string,
      string,
      string,
    ];
    createKeyRingFile(keys, "first");
    createKeyRingFile(other, "first");
    writeFileSync(open, "{}");
    chmodSync(open, 0o644);
    const opening = (ring: string) => openDurableStores({ kind: "pglite", directory, keys: ring }, beginning);
    await expect(opening(open)).rejects.toThrow("chmod 600");
    await expect(opening(join(own, "none.json"))).rejects.toThrow("make one");
    const stores = await opening(keys);
    await service({ ports: stores }).ask("POST", "/registrations", { body: REQUEST });
    await stores.close();
    await expect(opening(other)).rejects.toBeInstanceOf(KeysDoNotOpen);
    const next = join(own, "next.json");
    Result.getOrThrow(addKeyToRingFile(keys, { to: next, id: "second" }));
    await (await opening(next)).close();
  });
});

describe.each(DATABASES)("the demonstration on $engine", ({ openTwice }) => {
  test("goes into an empty record, whole, and into no other", async () => {
    const keys = join(folder(), "ring.json");
    createKeyRingFile(keys, "first");
    const ring = Result.getOrThrow(openKeyRingFile(keys));
    const { one, other, close } = await openTwice();
    onTestFinished(close);
    const seed = readSeed(["us-mt"]);
    const first = await storesOver(one, ring, { ...beginning, seed });
    expect(first.isEmpty).toBe(true);
    for (const registration of seed.registrations)
      expect(await Effect.runPromise(first.registry.find(registration.id))).toEqual({
        registration,
        status: "active",
        revision: 1,
      });
    const again = await storesOver(other, ring, { ...beginning, seed: readSeed(["us-mo"]) });
    expect(again.isEmpty).toBe(false);
    for (const { id } of readSeed(["us-mo"]).registrations.slice(0, 3))
      expect(await Effect.runPromise(again.registry.find(id))).toBe(null);
    expect(
      (await Effect.runPromise(again.custody.of(seed.offenses[0]?.supervisedPersonId ?? ""))).offenses,
    ).not.toEqual([]);
  });
});
