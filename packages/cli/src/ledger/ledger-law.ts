import type { AgencyPolicy, AllocationFile, LedgerLaw } from "@victim-rights/restitution";
import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { STATE_OPTIONS } from "../command/shared-options.ts";
import type { Failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { findRules } from "../law/find-rules.ts";
import { loadState } from "../law/load-state.ts";
import { readAllocation } from "../law/read-allocation.ts";
import { readPolicy } from "./read-policy.ts";

/** What every verb takes that needs the law which a ledger is kept by. */
export const LAW_OPTIONS = {
  ...STATE_OPTIONS,
  policy: z
    .string()
    .min(1)
    .refine((path) => path !== "-", "standard input is for the commands; name a file")
    .optional(),
};

/** Which law a ledger is kept by. */
export type LawWanted = z.infer<z.ZodObject<typeof LAW_OPTIONS>>;

/** The law of a ledger, with the state that it is of. */
export type KeptBy = { readonly law: Law; readonly ledgerLaw: LedgerLaw };

/** Reads the state's order of payment and what the agency has decided beside it. */
export const readLedgerLaw = (io: Io, wanted: LawWanted): Promise<Result.Result<KeptBy, Failure>> =>
  thenDo(loadState(io, wanted), (law) =>
    thenDo(findRules(io, wanted), (folder) =>
      thenDo(readAllocation(folder, law), (file) =>
        thenDo(readPolicy(io, wanted.policy, file), (policy) => Result.succeed(keptBy(law, file, policy))),
      ),
    ),
  );

const keptBy = (law: Law, file: AllocationFile, policy: AgencyPolicy): KeptBy => ({
  law,
  ledgerLaw: { file, policy, zone: law.profile.calendar.zone },
});
