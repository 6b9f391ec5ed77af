import * as Data from "effect/Data";
import { EXIT } from "./exit-code.ts";
import { type Failure, failure, type Problem } from "./failure.ts";

/** A file that cannot be read or written as it must be. It is thrown from deep inside a command, and told as any failure is. */
export class Refused extends Data.TaggedError("Refused")<{ readonly failure: Failure }> {}

export const refused = (problems: readonly Problem[]): Refused =>
  new Refused({ failure: failure(EXIT.badInput, problems) });
