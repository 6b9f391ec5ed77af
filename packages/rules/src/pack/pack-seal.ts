import type { Law } from "../load/law.ts";

/** What was checked of the files that a law was loaded from. */
export type PackSeal = {
  /** The pack's content hash. */
  readonly hash: string;
  /** The thumbprint of the key that signed it. */
  readonly signedBy: string;
};

/** Kept beside the laws, so that a law put together by hand, or copied, carries no seal. */
const seals = new WeakMap<Law, PackSeal>();

/** The seal of a law that was loaded from a signed pack; `null` for any other. */
export const packOf = (law: Law): PackSeal | null => seals.get(law) ?? null;

export const sealLaw = (law: Law, seal: PackSeal): Law => {
  seals.set(law, Object.freeze({ ...seal }));
  return law;
};
