import { Revision } from "@victim-rights/core";
import * as Result from "effect/Result";
import { problem, type Problem } from "./problem.ts";

/** The `ETag` of a record: its revision, which is all that decides whether a change may follow. */
const etagOf = (revision: number): string => `"${revision}"`;

/** Headers of an answer about a record that stands at a revision. */
export const revisionHeader = (revision: number): Readonly<Record<string, string>> => ({ etag: etagOf(revision) });

const ETAG = /^"(\d{1,15})"$/u;

/** Reads `If-Match`; `null` where it is not given and not needed. A weak tag or `*` names no revision. */
export const readIfMatch = (header: string | undefined, isNeeded: boolean): Result.Result<Revision | null, Problem> => {
  if (header === undefined)
    return isNeeded
      ? Result.fail(problem("revision-needed", "read the record first, and send its `ETag` as `If-Match`"))
      : Result.succeed(null);
  const digits = ETAG.exec(header.trim())?.[1];
  const revision = digits === undefined ? undefined : Revision.safeParse(Number(digits)).data;
  if (revision !== undefined) return Result.succeed(revision);
  const issue = { path: "$header.If-Match", problem: "is no revision", fix: "send the `ETag` as it was read" };
  return Result.fail(problem("bad-request", "the `If-Match` header does not fit", { issues: [issue] }));
};
