import type { PackRefused } from "@victim-rights/rules/pack";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";

/** Why a pack may not be used, one line for each file and each fault of its signature. */
export const packFailure = ({ problems }: PackRefused, folder: string): Failure =>
  failure(
    EXIT.badInput,
    problems.map(({ message }) => ({ where: folder, problem: message, fix: null })),
  );
