import { packHash } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { manifestOf, packFolder } from "./pack-folder.ts";

const HashOptions = z.object({ dir: z.string().min(1), json: z.boolean().default(false) });

/** Prints a state folder's content hash, and with `--json` what it is made of. */
export const runHash = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(HashOptions, raw), ({ dir, json }) =>
    thenDo(packFolder(io, dir), async (folder) =>
      Result.map(await manifestOf(folder), (manifest) => {
        const hash = packHash(manifest);
        if (json) sayJson(io, { hash, manifest });
        else say(io, `${hash}  ${manifest.jurisdiction}, ${Object.keys(manifest.files).length} files`);
        return EXIT.ok;
      }),
    ),
  );
