import { compareInstants, Instant, PersonId } from "@victim-rights/core";
import { z } from "zod";
import { EvidenceRef } from "../programme/ids.ts";

/** The papers that a member of a peer-support network signs before reading its directory. */
export const PeerForm = z.enum(["code-of-conduct", "release-of-information", "confidentiality-disclosure"]);
export type PeerForm = z.infer<typeof PeerForm>;

/** One of them, signed in one version. */
export const SignedPeerForm = z.strictObject({
  person: PersonId,
  form: PeerForm,
  version: z.string().min(1),
  paper: EvidenceRef,
  signedAt: Instant,
  revokedAt: Instant.nullable(),
});
export type SignedPeerForm = Readonly<z.infer<typeof SignedPeerForm>>;

/** Who would read a directory, when, and which version of each paper is the current one. */
export type DirectoryAsked = {
  readonly person: PersonId;
  readonly at: Instant;
  readonly current: Readonly<Record<PeerForm, string>>;
};

/**
 * The papers that are still missing before somebody may read the directory of a peer-support network (INV-19): none is
 * missing when all three are signed in their current version and none of them was revoked. Whoever revokes one loses the
 * directory at once.
 */
export const missingPeerForms = (
  { person, at, current }: DirectoryAsked,
  signed: readonly SignedPeerForm[],
): readonly PeerForm[] =>
  PeerForm.options.filter((form) => {
    const own = signed.filter((each) => each.person === person && each.form === form && each.version === current[form]);
    return !own.some(({ signedAt, revokedAt }) => {
      const isSigned = compareInstants(signedAt, at) <= 0;
      return isSigned && (revokedAt === null || compareInstants(at, revokedAt) < 0);
    });
  });
