import { ALLOCATION_FILE, type AllocationFile, loadAllocation } from "@victim-rights/restitution";
import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { readFolder } from "./read-folder.ts";

/** Reads the order of payment that lies in a state's folder. */
export const readAllocation = async (folder: string, law: Law): Promise<Result.Result<AllocationFile, Failure>> => {
  const text = (await readFolder(folder)).get(ALLOCATION_FILE);
  if (text === undefined) return Result.fail(noOrder(law));
  return Result.mapError(loadAllocation(text, law), ({ problems }) =>
    failure(
      EXIT.badInput,
      problems.map(({ file, path, problem, fix }) => ({ where: `${file} ${path}`, problem, fix })),
    ),
  );
};

const noOrder = ({ id }: Law): Failure =>
  failure(EXIT.badInput, [
    {
      where: id,
      problem: "this state's folder has no order of payment",
      fix: `write one in ${ALLOCATION_FILE}, or have a person divide the payment`,
    },
  ]);
