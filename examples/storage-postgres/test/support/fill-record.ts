import { LogId } from "@victim-rights/auditing";
import { Instant, type Revision } from "@victim-rights/core";
import { advanceOf, handOver, sampleBatch, sampleOpening } from "@victim-rights/notification/testing";
import { CaseId } from "@victim-rights/restorative-justice";
import { sampleSteps } from "@victim-rights/restorative-justice/testing";
import { LedgerId } from "@victim-rights/restitution";
import { sampleJournals } from "@victim-rights/restitution/testing";
import type { PrivatePackKey } from "@victim-rights/rules/pack";
import * as Effect from "effect/Effect";
import { sealAuditLog } from "../../src/audit/seal-audit-log.ts";
import { signAuditCheckpoint } from "../../src/audit/sign-audit-checkpoint.ts";
import { caseStore } from "../../src/cases/case-store.ts";
import { ledgerStore, type StoreParts } from "../../src/ledger/ledger-store.ts";
import { obligationStore } from "../../src/obligations/obligation-store.ts";

const at = Instant.parse("2026-03-02T16:00:00.000Z");

/** Keeps some of everything, seals the audit log and signs it. @returns the checkpoint. */
export const fillRecord = async (parts: StoreParts, key: PrivatePackKey): Promise<string> => {
  const run = <Answer, Failure>(effect: Effect.Effect<Answer, Failure>): Promise<Answer> => Effect.runPromise(effect);
  for (const [number, { writes }] of sampleJournals(2, 7).entries())
    await run(
      ledgerStore(parts).appendAll({ ledger: LedgerId.parse(`county-${number}`), expected: 0 as Revision, writes }),
    );
  for (const step of sampleSteps("dialogue", CaseId.parse("case-1"))) await run(caseStore(parts).append(step));
  const obligations = [1, 2, 3].map((each) => sampleOpening(each));
  const store = obligationStore(parts.db);
  await run(store.recordEvent(sampleBatch({ obligations }), "k1"));
  for (const each of obligations.slice(1)) await run(store.advance(advanceOf(each, 1, handOver())));
  await run(sealAuditLog(parts.db, { limit: 100, at }));
  const log = LogId.parse("example/agency");
  return (await run(signAuditCheckpoint(parts.db, { log, key, at }))) ?? "";
};
