import * as Result from "effect/Result";
import { loadAgency } from "./agency/agency.ts";
import { readConfig } from "./config/read-config.ts";
import { openWorker, problemsOnThisMachine } from "./open-worker.ts";
import { ClockDiffers } from "./worker/clock-check.ts";

/** The exit of a process whose configuration cannot be used. @source sysexits.h, EX_CONFIG */
const NOT_CONFIGURED = 78;

/** The exit of a worker whose clock differs from the database's: it is to be started again when that is set right. @source sysexits.h, EX_TEMPFAIL */
const CLOCK_DIFFERS = 75;

const refuse = (problems: readonly string[]): void => {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = NOT_CONFIGURED;
};

/** Heard from the start: a process that is asked to stop while it opens finishes opening, and closes what it opened. */
const stopAsked = new Promise<void>((resolve) => {
  process.once("SIGTERM", resolve);
  process.once("SIGINT", resolve);
});

const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  if (Result.isFailure(config)) return refuse(config.failure.problems);
  const loaded = await loadAgency(config.success.agencyModule);
  const problems = [...problemsOnThisMachine(config.success), ...(loaded.kind === "problems" ? loaded.problems : [])];
  if (loaded.kind === "problems" || problems.length > 0) return refuse(problems);
  const worker = await openWorker(config.success, loaded.agency, (line) => void process.stdout.write(line));
  const mustStop = worker.mustStop.then(() => void (process.exitCode = CLOCK_DIFFERS));
  await Promise.race([stopAsked, mustStop]);
  await worker.stop();
  // Everything has ended. A line whose far side swallows our goodbye would keep the process for as long as the system waits.
  setTimeout(() => process.exit(), LINGER_MS).unref();
};

const LINGER_MS = 2_000;

await main().catch((error: unknown) => {
  if (error instanceof ClockDiffers) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = CLOCK_DIFFERS;
    return;
  }
  // A client's own words may hold what a row holds; its code does not.
  const code = error instanceof Error && "code" in error ? String(error.code) : "no code";
  process.stderr.write(`the worker could not go on (${code}): see that the database answers and is up to date\n`);
  process.exitCode = 1;
});
