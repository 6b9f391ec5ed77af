import { JurisdictionId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { contentHash } from "../content-hash.ts";
import type { LawFiles } from "../load/law-files.ts";
import { digestFiles } from "./digest-files.ts";
import { PackUnreadable } from "./errors.ts";
import type { PackManifest } from "./manifest.ts";

/**
 * Lists a state folder's files and rules with their hashes. White space and the order of keys in a file change nothing.
 * `version` is what the signer calls the pack.
 * @errors `PackUnreadable` with every file that is not JSON, and `jurisdiction.json` when it names no state.
 */
export const packManifest = (
  files: LawFiles,
  version: string | null = null,
): Result.Result<PackManifest, PackUnreadable> => {
  const { digests, jurisdiction, editions } = digestFiles(files);
  const id = JurisdictionId.safeParse(jurisdiction);
  const read = [...digests].flatMap(([path, digest]) => (digest === null ? [] : [[path, digest] as const]));
  const unread = [...digests].flatMap(([path, digest]) => (digest === null ? [path] : []));
  if (!id.success) return Result.fail(new PackUnreadable({ files: [...new Set(["jurisdiction.json", ...unread])] }));
  if (unread.length > 0) return Result.fail(new PackUnreadable({ files: unread }));
  return Result.succeed({
    format: 1,
    jurisdiction: id.data,
    version,
    editions: Object.fromEntries(editions),
    files: Object.fromEntries(read),
  });
};

/** A pack's content hash: SHA-256 of its manifest's canonical JSON, in hexadecimal. */
export const packHash = (manifest: PackManifest): string => contentHash(manifest);
