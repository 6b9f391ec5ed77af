import { describe, expect, test } from "vitest";
import { assignmentsFrom } from "../src/access/assignments.ts";
import { inMemoryAnswerStore } from "../src/http/answer-store.ts";
import { inMemoryCustodyRecords } from "../src/registry/custody-records.ts";
import { inMemoryRegistry } from "../src/registry/in-memory-registry.ts";
import { ANSWERS_CONTRACT } from "./stores/answers-contract.cases.ts";
import { ASSIGNMENTS_CONTRACT } from "./stores/assignments-contract.cases.ts";
import { CUSTODY_CONTRACT, OFFENSES } from "./stores/custody-contract.cases.ts";
import { REGISTRY_CONTRACT } from "./stores/registry-contract.cases.ts";

describe("in memory", () => {
  test.each(REGISTRY_CONTRACT)("a registry: $name", async ({ run }) => {
    const registry = inMemoryRegistry();
    await expect(run({ registry, other: registry })).resolves.toBe(undefined);
  });

  test.each(ANSWERS_CONTRACT)("first answers: $name", async ({ run }) => {
    const store = inMemoryAnswerStore();
    await expect(run({ store, other: store })).resolves.toBe(undefined);
  });

  test.each(CUSTODY_CONTRACT)("custody records: $name", async ({ run }) => {
    const custody = inMemoryCustodyRecords(OFFENSES);
    await expect(run({ custody, other: custody, record: async () => undefined })).resolves.toBe(undefined);
  });

  test.each(ASSIGNMENTS_CONTRACT)("assignments: $name", async ({ run }) => {
    await expect(run(async (assigned) => assignmentsFrom(assigned))).resolves.toBe(undefined);
  });
});
