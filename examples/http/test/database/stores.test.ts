import { randomUUID } from "node:crypto";
import { Instant } from "@victim-rights/core";
import { sampleBatch } from "@victim-rights/notification/testing";
import { obligationStore, type OpenedDatabase } from "@victim-rights-examples/storage-postgres";
import { emptyAll, sampleRings } from "@victim-rights-examples/storage-postgres/testing";
import * as Effect from "effect/Effect";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseAnswers } from "../../src/node/stores/database-answers.ts";
import { databaseAssignments } from "../../src/node/stores/database-assignments.ts";
import { databaseCustodyRecords } from "../../src/node/stores/database-custody-records.ts";
import { databaseRegistry } from "../../src/node/stores/database-registry.ts";
import { ANSWERS_CONTRACT } from "../stores/answers-contract.cases.ts";
import { ASSIGNMENTS_CONTRACT } from "../stores/assignments-contract.cases.ts";
import { CUSTODY_CONTRACT, OFFENSES } from "../stores/custody-contract.cases.ts";
import { REGISTRY_CONTRACT } from "../stores/registry-contract.cases.ts";
import { DATABASES, type OpenedTwice, sealingIn } from "./opened-twice.ts";

const clock = () => Instant.parse("2026-11-09T13:00:00Z");

describe.each(DATABASES)("on $engine", ({ openTwice }) => {
  const rings = sampleRings();
  let opened: OpenedTwice;
  beforeAll(async () => {
    opened = await openTwice();
  });
  afterAll(async () => {
    await opened.close();
    rings.remove();
  });
  beforeEach(() => emptyAll(opened.one.db));
  const partsIn = ({ db }: OpenedDatabase) => ({
    ...sealingIn(db, rings.ring).parts,
    clock,
    nextHolder: randomUUID,
  });

  test.each(REGISTRY_CONTRACT)("a registry: $name", async ({ run }) => {
    const [registry, other] = [databaseRegistry(partsIn(opened.one)), databaseRegistry(partsIn(opened.other))];
    await expect(run({ registry, other })).resolves.toBe(undefined);
  });

  test.each(ANSWERS_CONTRACT)("first answers: $name", async ({ run }) => {
    const [store, other] = [databaseAnswers(partsIn(opened.one)), databaseAnswers(partsIn(opened.other))];
    await expect(run({ store, other })).resolves.toBe(undefined);
  });

  test.each(CUSTODY_CONTRACT)("custody records: $name", async ({ run }) => {
    const custody = databaseCustodyRecords(opened.one.db);
    for (const _ of ["first", "again"]) await Effect.runPromise(custody.addOffenses(OFFENSES));
    const obligations = obligationStore(opened.one.db);
    const record = async (event: Parameters<typeof custody.remember>[0]) => {
      for (const key of ["one", "another"])
        await Effect.runPromise(
          obligations.recordEvent(sampleBatch({ event }), `${key} ${event.id} ${event.revision}`),
        );
    };
    await expect(run({ custody, other: databaseCustodyRecords(opened.other.db), record })).resolves.toBe(undefined);
  });

  test.each(ASSIGNMENTS_CONTRACT)("assignments: $name", async ({ run }) => {
    const made = async (assigned: Parameters<Parameters<typeof run>[0]>[0]) => {
      await emptyAll(opened.one.db);
      for (const each of assigned) await Effect.runPromise(databaseAssignments(opened.one.db).assign(each));
      return databaseAssignments(opened.other.db);
    };
    await expect(run(made)).resolves.toBe(undefined);
  });

  test("an assignment that is taken back ends at once, in every process", async () => {
    const [one, other] = [databaseAssignments(opened.one.db), databaseAssignments(opened.other.db)];
    const what = { kind: "person", id: "ann" } as const;
    const assigned = { subject: "one", role: "liaison", what } as const;
    const holds = () => Effect.runPromise(other.holds({ subject: "one", role: "liaison", purposes: [] }, what));
    await Effect.runPromise(one.assign(assigned));
    expect(await holds()).toBe(true);
    for (const _ of ["first", "again"]) await Effect.runPromise(one.end(assigned));
    expect(await holds()).toBe(false);
  });
});
