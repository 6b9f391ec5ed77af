import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";

/** All that a side hears of something wrong with a case or its files: whatever it is would tell something of the case. */
export const UNTOLD: Failure = failure(EXIT.badInput, [
  { where: null, problem: "the view cannot be shown", fix: "see the programme's own status" },
]);
