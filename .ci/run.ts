/**
 * Runs one of the plans: `node .ci/run.ts test`.
 *
 * `npm test` and `npm run demo` bring their own Node and pnpm, so a clone needs no more than npm. To run everything on
 * another Node, name it: `VR_NODE=22 npm test`.
 */
import { plans } from "./plans.ts";
import { runPlan } from "./plan.ts";

const wanted = process.argv[2] ?? "";
const steps = plans[wanted];

if (steps === undefined) {
  console.error(`no plan \`${wanted}\`: choose one of ${Object.keys(plans).join(", ")}`);
  process.exit(1);
}

const started = performance.now();
const failed = await runPlan(steps);
const elapsed = `${((performance.now() - started) / 1000).toFixed(0)} s`;

if (failed.length > 0) {
  console.error(`\n${wanted} failed in ${elapsed}: ${failed.join(", ")}`);
  process.exit(1);
}
if (!steps.some(({ shown }) => shown === true))
  console.log(`\n${wanted}: all ${steps.length} steps passed in ${elapsed}`);
