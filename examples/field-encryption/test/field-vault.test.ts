import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  addKeyToRingFile,
  createKeyRingFile,
  type FieldPlace,
  fieldVault,
  inMemoryRecordKeys,
  KeyRing,
  type KeyRingShape,
  openKeyRingFile,
  RecordKeys,
} from "../src/index.ts";

const folderOf = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "victim-rights-keys-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const PLACE: FieldPlace = { record: "person-1", table: "contact", column: "address", row: "contact-7" };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (read: Uint8Array): string => new TextDecoder().decode(read);
const run = <A, E>(effect: Effect.Effect<A, E>): Promise<A> => Effect.runPromise(effect);
const tagOf = async <A, E extends { readonly _tag: string }>(effect: Effect.Effect<A, E>): Promise<string | null> => {
  const result = await Effect.runPromise(Effect.result(effect));
  return Result.isFailure(result) ? result.failure._tag : null;
};

const vaultOver = (ring: KeyRingShape, keys = inMemoryRecordKeys()) =>
  Effect.runSync(fieldVault.pipe(Effect.provideService(KeyRing, ring), Effect.provideService(RecordKeys, keys)));

const ringIn = (folder: string, name = "ring.json") => {
  const path = join(folder, name);
  createKeyRingFile(path, "2026-11");
  return { path, ring: Result.getOrThrow(openKeyRingFile(path)) };
};

describe("a field vault", () => {
  test("opens what it sealed, and keeps nothing of it readable", async () => {
    const vault = vaultOver(ringIn(folderOf()).ring);
    const sealed = await run(vault.seal(bytes("12 Example Street"), PLACE));
    expect(Buffer.from(sealed).includes("Example")).toBe(false);
    expect(text(await run(vault.open(sealed, PLACE)))).toBe("12 Example Street");
    expect(await run(vault.seal(bytes("12 Example Street"), PLACE))).not.toEqual(sealed);
  });

  test.each<[string, Partial<FieldPlace>]>([
    ["row", { row: "contact-8" }],
    ["column", { column: "phone" }],
    ["table", { table: "registration" }],
    ["row and column whose names run together alike", { column: "addresscontact-", row: "7" }],
  ])("opens nothing that was moved to another %s", async (_, elsewhere) => {
    const vault = vaultOver(ringIn(folderOf()).ring);
    const sealed = await run(vault.seal(bytes("12 Example Street"), PLACE));
    expect(await tagOf(vault.open(sealed, { ...PLACE, ...elsewhere }))).toBe("FieldDamaged");
  });

  test("opens nothing that was moved to another record, with its key or without", async () => {
    const { ring } = ringIn(folderOf());
    const keys = inMemoryRecordKeys();
    const vault = vaultOver(ring, keys);
    const sealed = await run(vault.seal(bytes("12 Example Street"), PLACE));
    const other = { ...PLACE, record: "person-2" };
    expect(await tagOf(vault.open(sealed, other))).toBe("FieldDamaged");
    const key = await run(keys.find("person-1"));
    if (key === null || key === "shredded") throw new Error("the record has a key");
    await run(keys.keepFirst("person-2", key));
    expect(await tagOf(vault.open(sealed, other))).toBe("RecordKeyDamaged");
  });

  test("notices every changed byte and every lost one", async () => {
    const vault = vaultOver(ringIn(folderOf()).ring);
    const sealed = await run(vault.seal(bytes("short"), PLACE));
    const changed = Array.from(sealed, (byte, at) => sealed.with(at, byte ^ 1));
    const cut = Array.from(sealed, (_, length) => sealed.slice(0, length));
    const tags = await Promise.all([...changed, ...cut].map((each) => tagOf(vault.open(each, PLACE))));
    expect(new Set(tags)).toEqual(new Set(["FieldDamaged"]));
  });

  test("has nothing left of a record that was shredded, and takes nothing new for it", async () => {
    const vault = vaultOver(ringIn(folderOf()).ring);
    const sealed = await run(vault.seal(bytes("12 Example Street"), PLACE));
    const other = { ...PLACE, record: "person-2" };
    const kept = await run(vault.seal(bytes("9 Other Road"), other));
    await run(vault.shred("person-1"));
    expect(await tagOf(vault.open(sealed, PLACE))).toBe("RecordShredded");
    expect(await tagOf(vault.seal(bytes("again"), PLACE))).toBe("RecordShredded");
    expect(text(await run(vault.open(kept, other)))).toBe("9 Other Road");
  });

  test("opens old values after the ring's key was rotated and the old one thrown away", async () => {
    const folder = folderOf();
    const { path, ring } = ringIn(folder);
    const keys = inMemoryRecordKeys();
    const places = Array.from({ length: 5 }, (_, at): FieldPlace => ({ ...PLACE, record: `person-${at}` }));
    const sealed = await Promise.all(
      places.map((place) => run(vaultOver(ring, keys).seal(bytes(place.record), place))),
    );
    const grown = join(folder, "grown.json");
    Result.getOrThrow(addKeyToRingFile(path, { to: grown, id: "2026-12" }));
    const vault = vaultOver(Result.getOrThrow(openKeyRingFile(grown)), keys);
    await run(vault.shred("person-4"));
    expect([await run(vault.rotate(3)), await run(vault.rotate(3)), await run(vault.rotate(3))]).toEqual([3, 1, 0]);
    const file = JSON.parse(readFileSync(grown, "utf8")) as { keys: { id: string }[] };
    const rest = join(folder, "rest.json");
    writeFileSync(rest, JSON.stringify({ ...file, keys: file.keys.slice(1) }), { mode: 0o600 });
    const after = vaultOver(Result.getOrThrow(openKeyRingFile(rest)), keys);
    const opened = places
      .slice(0, 4)
      .map(async (place, at) => text(await run(after.open(sealed[at] ?? bytes(""), place))));
    expect(await Promise.all(opened)).toEqual(["person-0", "person-1", "person-2", "person-3"]);
    expect(await tagOf(after.open(sealed[4] ?? bytes(""), places[4] ?? PLACE))).toBe("RecordShredded");
  });

  test("says which key of the ring is missing", async () => {
    const keys = inMemoryRecordKeys();
    const sealed = await run(vaultOver(ringIn(folderOf()).ring, keys).seal(bytes("x"), PLACE));
    const path = join(folderOf(), "other.json");
    createKeyRingFile(path, "other");
    const vault = vaultOver(Result.getOrThrow(openKeyRingFile(path)), keys);
    expect(await tagOf(vault.open(sealed, PLACE))).toBe("RingKeyUnknown");
  });

  test("makes one key for a record that two seal for at once", async () => {
    const vault = vaultOver(ringIn(folderOf()).ring);
    const sealed = await Promise.all(["a", "b", "c"].map((each) => run(vault.seal(bytes(each), PLACE))));
    expect(await Promise.all(sealed.map(async (each) => text(await run(vault.open(each, PLACE)))))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });
});

describe("a key ring's file", () => {
  test("is for its owner alone, and is never written over", () => {
    const { path } = ringIn(folderOf());
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path, "utf8");
    expect(() => createKeyRingFile(path, "new")).toThrow("EEXIST");
    expect(readFileSync(path, "utf8")).toBe(before);
    chmodSync(path, 0o640);
    expect(openKeyRingFile(path)).toMatchObject({ failure: { problems: ["others may read it: `chmod 600` it"] } });
  });

  test("is refused with every problem at once, and nothing of a key in the message", () => {
    const path = join(folderOf(), "ring.json");
    const secret = "c2VjcmV0";
    const ring = { current: "gone", keys: [{ id: "A", key: secret }], indexKey: secret, more: 1 };
    writeFileSync(path, JSON.stringify(ring), { mode: 0o600 });
    const refused = openKeyRingFile(path);
    const message = Result.isFailure(refused) ? refused.failure.message : "";
    expect(message.match(/\$[\w.]*(?=:)/gu)).toEqual(["$.keys.0.id", "$.keys.0.key", "$.indexKey", "$", "$.current"]);
    expect(message).not.toContain(secret);
    expect(Result.isFailure(openKeyRingFile(join(path, "nowhere")))).toBe(true);
  });

  test("indexes the same value alike in one column and otherwise in another", async () => {
    const { ring } = ringIn(folderOf());
    const index = (value: string, ...context: readonly string[]) => run(ring.index(value, context));
    expect(await index("a@example.org", "contact", "value")).toEqual(await index("a@example.org", "contact", "value"));
    expect(await index("a@example.org", "contact", "value")).not.toEqual(
      await index("a@example.org", "contact", "other"),
    );
    expect(await index("c", "a", "b")).not.toEqual(await index("b", "a", "c"));
  });
});
