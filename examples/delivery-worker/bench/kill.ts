/**
 * Kills workers and their PostgreSQL server at random for some time, run after run, each with a database of its own and
 * the faults of a seed of its own, and says what was lost or repeated: it ends with 1 when anything was. The same seed
 * gives the same faults at the same counts; which statement they meet depends on how the processes run.
 *
 *     node bench/kill.ts [--seconds 120] [--seed 1] [--workers 3] [--faults 8]
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startServer } from "@victim-rights-examples/storage-postgres/testing/server";
import { runKills } from "../test/kill/run-kills.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "120" },
    seed: { type: "string", default: "1" },
    workers: { type: "string", default: "3" },
    faults: { type: "string", default: "8" },
  },
});
const [seconds, seed, workers, faults] = [values.seconds, values.seed, values.workers, values.faults].map(Number);
const PATIENCE_MS = 180_000;
const WORKER = fileURLToPath(new URL("../test/kill/worker.ts", import.meta.url));

const server = startServer({ fsync: "on" });
if (server === null || server.faults === null)
  throw new Error("this machine has no `initdb` and `pg_ctl`, or no /proc");
const crashable = { url: server.url, faults: server.faults };
console.log(`kills on ${server.how}, ${workers} workers, ${faults} faults a run, from seed ${seed}, for ${seconds} s`);

const started = performance.now();
let wrong = 0;
try {
  for (let run = 0; run === 0 || performance.now() - started < (seconds ?? 0) * 1000; run += 1) {
    const of = (seed ?? 1) + run;
    const report = await runKills({
      seed: of,
      faults: faults ?? 8,
      atSends: 2,
      workers: workers ?? 3,
      program: WORKER,
      server: crashable,
      patienceMs: PATIENCE_MS,
    });
    const kinds = report.faults.map(({ kind, after, side, workers: struck }) => `${kind}(${struck}) ${side} ${after}`);
    console.log(
      `  seed ${of}: ${report.owed} owed, ${report.confirmed} confirmed, ${report.sends} sends, ${report.problems.length} problems`,
    );
    console.log(`    ${kinds.join(", ")}`);
    for (const problem of report.problems) console.log(`    PROBLEM ${problem}`);
    wrong += report.problems.length;
  }
} finally {
  server.stop();
}
console.log(wrong === 0 ? "  nothing was lost, and nothing that was confirmed was repeated" : `  ${wrong} problems`);
// Left to end by itself, Node 24 waits without end for a handle of a process that was killed (in `CleanupHandles`).
process.exit(wrong === 0 ? 0 : 1);
