import { caseStore } from "../../../storage-postgres/src/cases/case-store.ts";
import { openPglite } from "../../../storage-postgres/src/database/open-pglite.ts";
import { ledgerStore } from "../../../storage-postgres/src/ledger/ledger-store.ts";
import { obligationStore } from "../../../storage-postgres/src/obligations/obligation-store.ts";
import type { Ports } from "../ports.ts";
import { processCipher } from "./process-cipher.ts";

/** The stores of a running service, and how to close them. */
export type OpenedStores = Pick<Ports, "obligations" | "ledgers" | "cases"> & { readonly close: () => Promise<void> };

/** Opens an embedded PostgreSQL in memory, with nothing to install. Everything in it is gone when the process ends. */
export const openStores = async (): Promise<OpenedStores> => {
  const { db, close } = await openPglite({ directory: null });
  const parts = { db, cipher: await processCipher() };
  return { obligations: obligationStore(db), ledgers: ledgerStore(parts), cases: caseStore(parts), close };
};
