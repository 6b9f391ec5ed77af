export {
  PackKeyUnknown,
  type PackChange,
  type PackProblem,
  PackRefused,
  PackSignatureInvalid,
  PackSignatureMalformed,
  PackTampered,
  PackUnreadable,
  PackUnsigned,
  type RuleChange,
} from "./pack/errors.ts";
export { loadSignedLaw } from "./pack/load-signed-law.ts";
export { FileDigest, PackManifest, RuleDigest } from "./pack/manifest.ts";
export {
  generatePackKey,
  packKeyId,
  type PackKeyPair,
  PrivatePackKey,
  publicHalf,
  PublicPackKey,
} from "./pack/pack-key.ts";
export { packHash, packManifest } from "./pack/pack-manifest.ts";
export { packOf, type PackSeal } from "./pack/pack-seal.ts";
export { signPack } from "./pack/sign-pack.ts";
export { SIGNATURE_FILE, SignedPack } from "./pack/signature-file.ts";
export { type VerifiedPack, verifyPack, type VerifyOptions } from "./pack/verify-pack.ts";
