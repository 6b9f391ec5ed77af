import { caseStore, feedStore, ledgerStore, obligationStore } from "@victim-rights-examples/storage-postgres";
import { openPglite } from "@victim-rights-examples/storage-postgres/pglite";
import { instantAt } from "@victim-rights/core";
import { assignmentsFrom } from "../access/assignments.ts";
import { inMemoryAnswerStore } from "../http/answer-store.ts";
import { saltedDigest } from "../http/salted-digest.ts";
import { inMemoryCustodyRecords } from "../registry/custody-records.ts";
import { inMemoryRegistry } from "../registry/in-memory-registry.ts";
import { demoAssignments } from "./demo-assignments.ts";
import { openDurableStores } from "./open-durable-stores.ts";
import type { OpenedStores } from "./opened-stores.ts";
import { processCipher } from "./process-cipher.ts";
import type { Seed } from "./seed.ts";
import type { Keeping } from "./keeping.ts";

/**
 * Opens the stores where the service was told to keep things, with the registrations, offenses and assignments of the
 * demonstration where nothing is kept yet.
 * @throws `KeyRingFileRefused`, `KeysDoNotOpen`, and what the database throws.
 */
export const openStores = (keeping: Keeping, seed: Seed): Promise<OpenedStores> =>
  keeping.kind === "memory"
    ? openInMemory(seed)
    : openDurableStores(keeping, { seed, clock: () => instantAt(Date.now()) });

/** An embedded PostgreSQL in memory, with nothing to install. Everything in it is gone when the process ends. */
const openInMemory = async (seed: Seed): Promise<OpenedStores> => {
  const { db, close } = await openPglite({ directory: null });
  const parts = { db, cipher: await processCipher() };
  return {
    obligations: obligationStore(db),
    feeds: feedStore(db),
    ledgers: ledgerStore(parts),
    cases: caseStore(parts),
    registry: inMemoryRegistry(seed.registrations),
    custody: inMemoryCustodyRecords(seed.offenses),
    assignments: assignmentsFrom(demoAssignments(seed)),
    answers: inMemoryAnswerStore(),
    digest: saltedDigest(),
    isEmpty: true,
    told: [
      "everything is IN MEMORY, registrations too: it is gone when this process ends",
      "to keep it, give `--keys FILE` with `--data DIRECTORY` or `--database URL`",
    ],
    close,
  };
};
