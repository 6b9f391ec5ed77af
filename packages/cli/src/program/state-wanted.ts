import { JurisdictionId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { RulesWanted } from "../law/find-rules.ts";
import { SIGNATURE_OPTIONS } from "../pack/signature-wanted.ts";
import type { ProgrammeName } from "./programmes.ts";

/** What a command takes that may decide by a state's own policy. */
export const STATE_POLICY_OPTIONS = {
  jurisdiction: JurisdictionId.optional(),
  rules: z.string().min(1).optional(),
  ...SIGNATURE_OPTIONS,
};

type Given = Omit<RulesWanted, "jurisdiction"> & { readonly jurisdiction?: string | undefined };

/**
 * The state whose policy a case is decided by, if one is named. A state's file speaks of dialogues alone so far: named for
 * another programme it would be taken for an answer that it does not give.
 */
export const stateWanted = (
  programme: ProgrammeName,
  { jurisdiction, ...rest }: Given,
): Result.Result<RulesWanted | undefined, Failure> => {
  if (jurisdiction === undefined) return Result.succeed(undefined);
  if (programme === "dialogue") return Result.succeed({ jurisdiction, ...rest });
  return Result.fail(
    failure(EXIT.usage, [
      {
        where: "--jurisdiction",
        problem: `no state's file says anything of a ${programme} yet`,
        fix: "leave it out, and write what the agency decided into the file that --policy names",
      },
    ]),
  );
};
