import { describe, expect, test } from "vitest";
import { inMemoryCaseStore } from "./in-memory-case-store.ts";
import { CASE_STORE_CONTRACT } from "./testing/case-store-contract.ts";

describe("inMemoryCaseStore", () => {
  test.each(CASE_STORE_CONTRACT)("keeps to the contract: $name", async ({ run }) => {
    await expect(run(inMemoryCaseStore())).resolves.toBe(undefined);
  });
});
