import { type PackRefused, type VerifiedPack, verifyPack } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { thenDo } from "../io/then-do.ts";
import { readFolder } from "../law/read-folder.ts";
import { packFolder } from "./pack-folder.ts";
import { readTrust } from "./read-trust.ts";

const VerifyOptions = z.object({
  dir: z.string().min(1),
  trust: z.array(z.string().min(1)).default([]),
  json: z.boolean().default(false),
});

/** Says whether a state folder is as a trusted key signed it; what is not is what was found. */
export const runVerify = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(VerifyOptions, raw), ({ dir, trust: paths, json }) =>
    thenDo(packFolder(io, dir), (folder) =>
      thenDo(readTrust(io, paths), async (trust) => {
        const outcome = await verifyPack(await readFolder(folder), { trust });
        if (json) sayJson(io, inJson(outcome));
        else print(io, outcome);
        return Result.succeed(Result.isSuccess(outcome) ? EXIT.ok : EXIT.findings);
      }),
    ),
  );

type Verified = Result.Result<VerifiedPack, PackRefused>;

const inJson = (outcome: Verified): unknown =>
  Result.isSuccess(outcome)
    ? { verified: true, hash: outcome.success.hash, signedBy: outcome.success.signedBy, problems: [] }
    : {
        verified: false,
        problems: outcome.failure.problems.map((problem) => ({
          code: problem._tag,
          message: problem.message,
          ...(problem._tag === "PackTampered"
            ? { file: problem.file, change: problem.change, rules: problem.rules }
            : {}),
        })),
      };

const print = (io: Io, outcome: Verified): void => {
  const style = styleFor(io);
  if (Result.isSuccess(outcome)) {
    const { hash, signedBy, manifest } = outcome.success;
    say(io, `${style("green", "as signed")}  ${hash}  ${manifest.jurisdiction}, signed by ${signedBy}`);
    return;
  }
  for (const { message } of outcome.failure.problems) say(io, `${style("red", "refused")}  ${message}`);
};
