import { NoticeActorId } from "@victim-rights/notification";
import { SinchConfig } from "../../src/channel/phone/sinch.ts";
import { EngineLimits } from "../../src/job-engine/engine-limits.ts";
import { openWorker } from "../../src/open-worker.ts";
import { WorkerSettings } from "../../src/worker/worker-settings.ts";
import { agency } from "./agency.ts";

/** A worker process for the test that kills it: as `main.ts` opens one, but so hasty that a test can wait for it. */
const [databaseUrl = "", providerUrl = "", name = ""] = process.argv.slice(2);
const stopAsked = new Promise<void>((resolve) => void process.once("SIGTERM", resolve));

const worker = await openWorker(
  {
    database: { kind: "postgres", url: databaseUrl, connections: 4 },
    agencyModule: "",
    settings: WorkerSettings.parse({ worker: NoticeActorId.parse(name), doubtAfterSeconds: 2 }),
    limits: EngineLimits.parse({ graceSeconds: 5 }),
    sweepEverySeconds: 1,
    pollSeconds: 0.5,
    collector: null,
    smtp: null,
    webhook: null,
    letter: null,
    sinch: SinchConfig.parse({ url: providerUrl, servicePlanId: "plan00001", token: "token-token", from: "+15550199" }),
  },
  agency,
  (line) => void process.stdout.write(line),
);

await stopAsked;
await worker.stop();
