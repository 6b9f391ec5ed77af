import { z } from "zod";

/** Whether the law must come signed, and by whose keys. */
export type SignatureWanted = { readonly requireSigned: boolean; readonly trust: readonly string[] };

/** What every command that decides by a state's law takes. */
export const SIGNATURE_OPTIONS = {
  requireSigned: z.boolean().default(false),
  trust: z.array(z.string().min(1)).default([]),
};

/** Naming a key to trust asks for its signature as well: nobody names one in order to have it ignored. */
export const wantsSignature = ({ requireSigned, trust }: SignatureWanted): boolean => requireSigned || trust.length > 0;
