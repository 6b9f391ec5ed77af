import { createReadStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  type AuditLogReport,
  type Checkpoint,
  type NumberedLine,
  readCheckpoint,
  verifyAuditLog,
} from "@victim-rights/auditing";
import type { PublicPackKey } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { fileLines } from "../io/file-lines.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { readText } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import { readTrust } from "../pack/read-trust.ts";

const VerifyOptions = z.object({
  log: z.string().min(1),
  trust: z.array(z.string().min(1)).default([]),
  witness: z.array(z.string().min(1)).default([]),
  json: z.boolean().default(false),
});
type VerifyOptions = z.infer<typeof VerifyOptions>;

/** Says whether an audit log is what was written, and up to where a signature vouches for it. */
export const runVerifyAuditLog = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(VerifyOptions, raw), (options) =>
    thenDo(readTrust(io, options.trust), (keys) =>
      thenDo(readWitnesses(io, { paths: options.witness, keys }), (witnesses) =>
        verifyFile(io, options, { keys, witnesses }),
      ),
    ),
  );

type Trust = { readonly keys: readonly PublicPackKey[]; readonly witnesses: readonly Checkpoint[] };

const verifyFile = async (io: Io, { log, json }: VerifyOptions, trust: Trust): Promise<Outcome> => {
  const path = resolve(io.cwd, log);
  if (!existsSync(path)) return refuse(log, "no such audit log", "check the path");
  const report = await verifyAuditLog(linesOf(path, io), trust);
  if (json) sayJson(io, inJson(report));
  else for (const line of inWords(log, report)) say(io, line);
  const problems = report.problems.map(({ message }) => ({ where: log, problem: message, fix: null }));
  return problems.length === 0 ? Result.succeed(EXIT.ok) : Result.fail(failure(EXIT.findings, problems));
};

async function* linesOf(path: string, { signal }: Io): AsyncGenerator<NumberedLine> {
  for await (const lines of fileLines(createReadStream(path, { signal }) as AsyncIterable<Buffer>)) yield* lines;
}

const inJson = ({ log, head, unsealed, checkpoints, problems }: AuditLogReport) => ({
  log,
  batches: head.batches,
  events: head.tree.size,
  hash: head.hash,
  sealedAt: head.sealedAt,
  unsealed,
  checkpoints,
  problems: problems.map(({ _tag, message, why }) => ({ kind: _tag, why, message })),
});

const inWords = (path: string, { log, head, unsealed, checkpoints }: AuditLogReport): readonly string[] => {
  const last = checkpoints.at(-1);
  return [
    `${path}: ${head.tree.size} events in ${head.batches} batches stand as they were sealed`,
    `  log          ${log ?? "not named: it has no checkpoint that a trusted key signed"}`,
    `  head         ${head.batches}:${head.hash}`,
    `  signed       ${last === undefined ? "nothing" : `up to event ${last.checkpoint.size}, ${last.checkpoint.signedAt}, by ${last.keyId}`}`,
    ...(unsealed === 0 ? [] : [`  not sealed   ${unsealed} at its end: nothing vouches for them yet`]),
  ];
};

type Witnesses = { readonly paths: readonly string[]; readonly keys: readonly PublicPackKey[] };

const readWitnesses = async (
  io: Io,
  { paths, keys }: Witnesses,
): Promise<Result.Result<readonly Checkpoint[], Failure>> => {
  const read = await Promise.all(paths.map((path) => readWitness(io, path, keys)));
  const problems = read.flatMap((each) => (Result.isFailure(each) ? each.failure.problems : []));
  return problems.length > 0 ? Result.fail(failure(EXIT.badInput, problems)) : Result.all(read);
};

/** A witness is a file with nothing but a signed checkpoint, as it stands in the log. */
const readWitness = async (
  io: Io,
  path: string,
  keys: readonly PublicPackKey[],
): Promise<Result.Result<Checkpoint, Failure>> => {
  const text = await readText(io, path);
  if (text === null) return refuse(path, "no such checkpoint", "check the path");
  const read = await readCheckpoint(text.trim(), keys);
  return Result.isSuccess(read)
    ? Result.succeed(read.success.checkpoint)
    : refuse(path, read.failure.message, "give the file that was kept, and the key that signed it");
};

const refuse = (where: string, problem: string, fix: string): Result.Result<never, Failure> =>
  Result.fail(failure(EXIT.badInput, [{ where, problem, fix }]));
