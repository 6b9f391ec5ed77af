import { type Failure, formatProblem } from "./failure.ts";
import type { Io } from "./io.ts";
import { styleFor } from "./style.ts";

/** Prints why a command failed, on standard error: lines for a person, or one JSON object. */
export const printFailure = (io: Io, failure: Failure, json: boolean): void => {
  if (json) {
    io.err(`${JSON.stringify({ error: { exitCode: failure.exit, problems: failure.problems } }, null, 2)}\n`);
    return;
  }
  const style = styleFor(io, "stderr");
  for (const problem of failure.problems) io.err(`${style("red", "error:")} ${formatProblem(problem)}\n`);
};
