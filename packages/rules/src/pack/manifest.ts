import { JurisdictionId } from "@victim-rights/core";
import { z } from "zod";

const Hash = z.string().regex(/^[0-9a-f]{64}$/u, "write a SHA-256 in hexadecimal");

/** One rule's hash, so that a change inside a file can be laid at its rule. */
export const RuleDigest = z.strictObject({ id: z.string(), hash: Hash });
export type RuleDigest = z.infer<typeof RuleDigest>;

/** One file's hash over its canonical JSON; `rules` in the order of the file, for a file of rules only. */
export const FileDigest = z.strictObject({ hash: Hash, rules: z.array(RuleDigest).optional() });
export type FileDigest = z.infer<typeof FileDigest>;

/**
 * What a signature covers: every JSON file of a state folder by its path, and the edition of law that each question was
 * read in. `version` is what the signer calls the pack, such as its package's version; nothing else is derived from it.
 */
export const PackManifest = z.strictObject({
  format: z.literal(1),
  jurisdiction: JurisdictionId,
  version: z.string().min(1).nullable(),
  editions: z.record(z.string(), z.string()),
  files: z.record(z.string(), FileDigest),
});
export type PackManifest = z.infer<typeof PackManifest>;
