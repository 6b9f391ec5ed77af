import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generatePackKey } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";

const KeygenOptions = z.object({ out: z.string().min(1), json: z.boolean().default(false) });

/** Only their owner may read what is written here. */
const SECRET = { mode: 0o600, flag: "wx" } as const;

/** Makes a key: the secret half is readable by its owner alone and is never printed; a key that is there is never written over. */
export const runKeygen = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(KeygenOptions, raw), async ({ out, json }): Promise<Outcome> => {
    const dir = resolve(io.cwd, out);
    const files = { private: join(dir, "pack-key.private.json"), public: join(dir, "pack-key.public.json") };
    const present = Object.values(files).filter((path) => existsSync(path));
    if (present.length > 0) return Result.fail(failure(EXIT.badInput, present.map(keyIsThere)));
    const { publicKey, privateKey } = await generatePackKey();
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(files.private, inJson(privateKey), SECRET);
    writeFileSync(files.public, inJson(publicKey), { flag: "wx" });
    if (json) sayJson(io, { keyId: publicKey.kid, publicKey, files });
    else for (const line of lines(files, publicKey.kid)) say(io, line);
    return Result.succeed(EXIT.ok);
  });

const inJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const keyIsThere = (where: string) => ({
  where,
  problem: "a key is here already and is not written over",
  fix: "name another folder with `--out`",
});

const lines = (files: { readonly private: string; readonly public: string }, keyId?: string): readonly string[] => [
  `key ${keyId}`,
  `  ${files.private}  signs: keep it from everyone else`,
  `  ${files.public}  checks: give it to whoever decides by these rules`,
];
