import { setImmediate } from "node:timers/promises";
import * as Result from "effect/Result";
import { readFlags, USAGE } from "./src/report/read-flags.ts";
import { runSeeds } from "./src/report/run-seeds.ts";
import { MAX_SEED } from "./src/seed/random.ts";

// The one place that draws something from outside: the seed of a run that names none. It is printed before anything else.
const flags = readFlags(process.argv.slice(2), () => Date.now() % MAX_SEED);

if (Result.isFailure(flags)) {
  for (const problem of flags.failure) console.error(problem);
  console.error("\n`node examples/simulator/run.ts --help` lists the flags");
  process.exitCode = 2;
} else if (flags.success.help) console.log(USAGE);
else {
  let interrupted = false;
  process.once("SIGINT", () => void (interrupted = true));
  process.exitCode = await runSeeds(flags.success, {
    print: (line) => console.log(line),
    processorTime: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    isInterrupted: () => interrupted,
    breathe: () => setImmediate(),
  });
}
