import { randomUUID } from "node:crypto";
import type { Instant } from "@victim-rights/core";
import {
  fieldVault,
  type FieldVault,
  KeyRing,
  type KeyRingShape,
  openKeyRingFile,
  RecordKeys,
} from "@victim-rights-examples/field-encryption";
import {
  caseStore,
  type Database,
  feedStore,
  fieldCipherOf,
  idFromKey,
  ledgerStore,
  obligationStore,
  type OpenedDatabase,
  openPostgres,
  recordKeyStore,
} from "@victim-rights-examples/storage-postgres";
import * as Data from "effect/Data";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import { demoAssignments } from "./demo-assignments.ts";
import type { OpenedStores } from "./opened-stores.ts";
import type { Seed } from "./seed.ts";
import type { DurableKeeping } from "./keeping.ts";
import { databaseAnswers } from "./stores/database-answers.ts";
import { databaseAssignments } from "./stores/database-assignments.ts";
import { databaseCustodyRecords } from "./stores/database-custody-records.ts";
import { databaseRegistry } from "./stores/database-registry.ts";
import { ringDigest } from "./stores/ring-digest.ts";

/** The ring that was given is another than the one that the record is sealed with. */
export class KeysDoNotOpen extends Data.TaggedError("KeysDoNotOpen") {
  override get message(): string {
    return "the keys that were given do not open what is kept there: give the key ring that it was sealed with";
  }
}

/** What durable stores begin with where nothing is kept yet, and the time. */
export type Beginning = { readonly seed: Seed; readonly clock: () => Instant };

/**
 * Opens stores that outlive the process, sealed with a key ring of a file that lies elsewhere.
 * @throws `KeyRingFileRefused`, `KeysDoNotOpen`, and what the database throws.
 */
export const openDurableStores = async (keeping: DurableKeeping, beginning: Beginning): Promise<OpenedStores> => {
  const ring = Result.getOrThrow(openKeyRingFile(keeping.keys));
  const opened = await openDatabase(keeping);
  try {
    return await storesOver(opened, ring, beginning);
  } catch (error) {
    await opened.close();
    throw error;
  }
};

/** The stores over a database that is open. @throws `KeysDoNotOpen` */
export const storesOver = async (
  opened: OpenedDatabase,
  ring: KeyRingShape,
  { seed, clock }: Beginning,
): Promise<OpenedStores> => {
  const { db } = opened;
  const vault = Effect.runSync(
    fieldVault.pipe(Effect.provideService(KeyRing, ring), Effect.provideService(RecordKeys, recordKeyStore(db))),
  );
  await checkKeys(db, vault);
  const isEmpty = await nothingIn(db);
  const parts = { db, cipher: fieldCipherOf(vault), ring, clock };
  const [registry, custody, assignments] = [
    databaseRegistry(parts),
    databaseCustodyRecords(db),
    databaseAssignments(db),
  ];
  if (isEmpty) {
    await Effect.runPromise(custody.addOffenses(seed.offenses));
    for (const assigned of demoAssignments(seed)) await Effect.runPromise(assignments.assign(assigned));
    for (const registration of seed.registrations) await Effect.runPromise(registry.add(registration));
  }
  return {
    obligations: obligationStore(db),
    feeds: feedStore(db),
    ledgers: ledgerStore(parts),
    cases: caseStore(parts),
    registry,
    custody,
    assignments,
    answers: databaseAnswers({ ...parts, nextHolder: () => randomUUID() }),
    digest: ringDigest(ring),
    isEmpty,
    told: toldOf(opened),
    close: opened.close,
  };
};

const openDatabase = async (keeping: DurableKeeping): Promise<OpenedDatabase> => {
  if (keeping.kind === "postgres") return openPostgres({ url: keeping.url });
  // Loading the embedded database costs a service on a server time and memory for nothing.
  const { openPglite } = await import("@victim-rights-examples/storage-postgres/pglite");
  return openPglite({ directory: keeping.directory });
};

const toldOf = ({ engine, survivesPowerLoss }: OpenedDatabase): readonly string[] => [
  `everything is kept in ${engine}, registrations too, and is there after this process ends`,
  ...(survivesPowerLoss ? [] : ["it DOES NOT SURVIVE POWER LOSS: what was acknowledged may be gone after one"]),
  "names, addresses, money and cases open with the key ring alone: keep a copy of it, apart from copies of the data",
];

/** Tries the ring on one record key that is kept: found out now, and not by the first person who asks. */
const checkKeys = async (db: Kysely<Database>, vault: FieldVault): Promise<void> => {
  const kept = await db.selectFrom("record_key").select("record").where("locked", "is not", null).executeTakeFirst();
  if (kept === undefined) return;
  const read = await Effect.runPromise(Effect.result(vault.toRead(idFromKey(kept.record))));
  if (Result.isFailure(read)) throw new KeysDoNotOpen();
};

const RECORDS = ["registration", "recorded_event", "ledger", "case_log", "assignment", "offense"] as const;

const nothingIn = async (db: Kysely<Database>): Promise<boolean> => {
  for (const table of RECORDS) {
    const row = await db.selectFrom(table).select(db.fn.countAll<number>().as("rows")).executeTakeFirst();
    if (Number(row?.rows ?? 0) > 0) return false;
  }
  return true;
};
