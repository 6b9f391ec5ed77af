import type { KeyRingShape } from "@victim-rights-examples/field-encryption";
import {
  type FieldCipher,
  fieldCipherOf,
  type OpenedDatabase,
  openPostgres,
  recordKeyStore,
} from "@victim-rights-examples/storage-postgres";
import { quiet, testDatabases, vaultOver } from "@victim-rights-examples/storage-postgres/testing";

/** One database as two processes have it open: a server's twice, and the embedded one, which takes no second, once. */
export type OpenedTwice = {
  readonly one: OpenedDatabase;
  readonly other: OpenedDatabase;
  readonly close: () => Promise<void>;
};

/** The databases that there are, each opened twice. */
export const DATABASES = testDatabases().map(({ engine, open, url }) => ({
  engine,
  openTwice: async (): Promise<OpenedTwice> => {
    if (url === null) {
      const one = await open();
      return { one, other: one, close: one.close };
    }
    const at = await url();
    const [one, other] = [await openPostgres({ url: at }, quiet), await openPostgres({ url: at }, quiet)];
    return { one, other, close: async () => void (await Promise.all([one.close(), other.close()])) };
  },
}));

/** What seals in a database, and how its records are destroyed. */
export const sealingIn = (db: OpenedDatabase["db"], ring: KeyRingShape) => {
  const vault = vaultOver(ring, recordKeyStore(db));
  const cipher: FieldCipher = fieldCipherOf(vault);
  return { vault, parts: { db, ring, cipher } };
};
