import { describe, expect, test } from "vitest";
import { inMemoryLedgerStore } from "./in-memory-ledger-store.ts";
import { LEDGER_STORE_CONTRACT } from "./testing/ledger-store-contract.ts";

describe("inMemoryLedgerStore", () => {
  test.each(LEDGER_STORE_CONTRACT)("keeps to the contract: $name", async ({ run }) => {
    await expect(run(inMemoryLedgerStore())).resolves.toBe(undefined);
  });
});
