import { z } from "zod";
import { PackManifest } from "./manifest.ts";

/** Where a pack's signature lies: beside the files that it covers. */
export const SIGNATURE_FILE = "pack.sig.json";

/**
 * A manifest with the signature over it: a JSON Web Signature in its compact form with the payload left out (RFC 7515,
 * appendix F). The payload is the manifest's canonical JSON (RFC 8785) in UTF-8.
 */
export const SignedPack = z.strictObject({
  manifest: PackManifest,
  signature: z
    .string()
    .regex(
      /^[\w-]+\.\.[\w-]+$/u,
      "write a detached signature: the header, two dots and the signature, each in base64url",
    ),
});
export type SignedPack = z.infer<typeof SignedPack>;
