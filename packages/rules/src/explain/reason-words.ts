import type { Reason, TestReason } from "./explanation.ts";

/** What is so: the tests that made a rule hold. */
export const holdingInWords = (reason: Reason): string =>
  join(reason, (test) => (test.state === "holds" ? known(test) : `${known(test)}, and either way it holds`));

/** What stands in the way: the tests that fail, with what they ask for, and those that a missing fact leaves open. */
export const lackingInWords = (reason: Reason): string => join(reason, lackingTest);

const join = (reason: Reason, say: (test: TestReason) => string): string => {
  if (reason.kind === "test") return say(reason);
  const parts = reason.parts.map((part) => (part.kind === "test" ? say(part) : `(${join(part, say)})`));
  return reason.kind === "all" ? parts.join("; ") : `one of these is needed: ${parts.join("; ")}`;
};

const lackingTest = (test: TestReason): string => {
  const isYesNo = test.needed === "yes" || test.needed === "no";
  const isPlain = isYesNo && (test.state === "fails" || test.needed === "yes");
  return isPlain ? known(test) : `${known(test)}, needed: ${test.needed}`;
};

/** A title that is itself a question is answered; any other gets its value. */
const known = ({ title, given }: TestReason): string =>
  title.endsWith("?") ? `"${title}" ${given}` : `${title}: ${given}`;
