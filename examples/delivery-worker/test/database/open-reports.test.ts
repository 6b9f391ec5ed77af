import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ObligationStore } from "@victim-rights/notification";
import { keepSendKey, obligationStore } from "@victim-rights-examples/storage-postgres";
import type { OpenedPglite } from "@victim-rights-examples/storage-postgres/pglite";
import { openSnapshot } from "@victim-rights-examples/storage-postgres/testing";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { afterAll, beforeAll, expect, test } from "vitest";
import { idempotencyKeyOf } from "../../src/channel/idempotency-key.ts";
import { SmtpConfig } from "../../src/channel/smtp/smtp-channel.ts";
import { openReports } from "../../src/open-reports.ts";
import { keyedStore } from "../../src/receipt/keyed-store.ts";
import { systemClock, WorkerClock } from "../../src/worker/clock.ts";
import { WorkerLog } from "../../src/worker/worker-log.ts";
import { make, SEND } from "../report-world.ts";
import { mail } from "../returned-mail.ts";
import { opening, record, START } from "../world.ts";

let opened: OpenedPglite;
let folder: string;
beforeAll(async () => {
  opened = await openSnapshot();
  folder = mkdtempSync(join(tmpdir(), "victim-rights-bounces-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await opened.close();
});

test("a mail that comes back is led to its send by what the database keeps, and leaves no address in it", async () => {
  const store = keyedStore(obligationStore(opened.db), (key, send) => keepSendKey(opened.db, key, send));
  await Effect.runPromise(record(store, [opening(1)]));
  await make(store, 1);
  const send = { ...SEND, attempt: 1 };
  await Effect.runPromise(store.claimAttempt(send, START));
  const key = idempotencyKeyOf(send);
  writeFileSync(join(folder, "1"), mail({ envelopeId: key, messageId: key }));

  const services = Context.make(ObligationStore, store).pipe(
    Context.add(WorkerClock, systemClock),
    Context.add(WorkerLog, { write: () => Effect.void }),
  );
  const smtp = SmtpConfig.parse({ host: "relay.example", from: "notices@agency.example", bounceFolder: folder });
  const reports = await openReports({ smtp, sinch: null }, { services, db: opened.db });
  await Effect.runPromise(reports.readMails);
  await reports.close();

  const { obligation } = await Effect.runPromise(store.find(SEND.obligation));
  expect(obligation.state).toBe("undeliverable");
  const rows = await opened.db.selectFrom("obligation_entry").select("entry").execute();
  expect(JSON.stringify(rows)).not.toContain("canary");
});
