import { ALLOCATION_FILE, loadAllocation } from "@victim-rights/restitution";
import { loadRestorativeJustice, RESTORATIVE_JUSTICE_FILE } from "@victim-rights/restorative-justice";
import { type Law, type LawFiles, LawRejected } from "@victim-rights/rules";
import * as Result from "effect/Result";

type Load = (text: string, law: Law) => Result.Result<unknown, LawRejected>;

/** What may lie beside the rules of a state, and what reads it. */
const BESIDE: readonly (readonly [file: string, load: Load])[] = [
  [ALLOCATION_FILE, loadAllocation],
  [RESTORATIVE_JUSTICE_FILE, loadRestorativeJustice],
];

/**
 * The law, when the files that lie beside its rules fit it; a folder need not have them.
 * @errors `LawRejected` with every problem of all of them at once.
 */
export const withFilesBeside = (law: Law, files: LawFiles): Result.Result<Law, LawRejected> => {
  const problems = BESIDE.flatMap(([file, load]) => {
    const text = files.get(file);
    const read = text === undefined ? null : load(text, law);
    return read !== null && Result.isFailure(read) ? read.failure.problems : [];
  });
  return problems.length === 0 ? Result.succeed(law) : Result.fail(new LawRejected({ problems }));
};
