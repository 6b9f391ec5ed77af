import { hexOf } from "./hex-of.ts";

/** A keyed digest (HMAC with SHA-256), by the platform's own cryptography; the key lasts as long as the process. */
export const saltedDigest = (): ((text: string) => Promise<string>) => {
  const key = crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return async (text) => {
    return hexOf(await crypto.subtle.sign("HMAC", await key, new TextEncoder().encode(text)));
  };
};
