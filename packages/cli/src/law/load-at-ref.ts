import { join } from "node:path";
import type { Law } from "@victim-rights/rules";
import type * as Result from "effect/Result";
import type { Failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { readTrust } from "../pack/read-trust.ts";
import { wantsSignature } from "../pack/signature-wanted.ts";
import type { RulesWanted } from "./find-rules.ts";
import { loadFiles, loadSigned } from "./load-state.ts";
import { readRef } from "./read-ref.ts";

/** A state's law as it was in a commit, branch or tag of the repository that its folder lies in. */
export const loadAtRef = (
  io: Io,
  wanted: RulesWanted & { readonly ref: string },
): Promise<Result.Result<Law, Failure>> => {
  const path = join(wanted.rules ?? "rules", wanted.jurisdiction);
  return thenDo(readRef(io, { path, ref: wanted.ref }), ({ files }) =>
    wantsSignature(wanted)
      ? thenDo(readTrust(io, wanted.trust), (trust) => loadSigned(files, { trust, folder: `${path}@${wanted.ref}` }))
      : loadFiles(files),
  );
};
