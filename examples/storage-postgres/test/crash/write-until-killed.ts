import { openAsBlob } from "node:fs";
import type { Revision } from "@victim-rights/core";
import { advanceOf, handOver, sampleBatch, sampleOpening } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import { openPglite } from "../../src/database/open-pglite.ts";
import { obligationStore } from "../../src/obligations/obligation-store.ts";
import { quiet } from "../support/quiet.ts";

/** Writes into a directory until somebody ends the process, and says each write once it is acknowledged. */
const [, , directory = "", snapshot = ""] = process.argv;
const { db } = await openPglite({ directory, snapshot: await openAsBlob(snapshot), notices: quiet });
const store = obligationStore(db);
for (let number = 1; ; number++) {
  const opening = sampleOpening(number);
  await Effect.runPromise(store.recordEvent(sampleBatch({ obligations: [opening] }), `k${number}`));
  await Effect.runPromise(store.advance(advanceOf(opening, 1 as Revision, handOver())));
  process.stdout.write(`${number}\n`);
}
