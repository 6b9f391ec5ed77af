import { z } from "zod";

/**
 * A time zone by its IANA name, such as `America/Chicago`, as this machine's zone data knows it. Offsets (`-05:00`)
 * are refused: an offset does not know when its clocks change. So is other capitalisation, which would give one zone
 * two names.
 */
export const ZoneId = z
  .string()
  .refine((name) => isZoneName(name), "write an IANA zone name, such as `America/Chicago`")
  .brand<"ZoneId">();
export type ZoneId = z.infer<typeof ZoneId>;

/** Names that were found to be zones: no more than there are, since what is none is not kept. Asking Intl for one takes 80 µs. */
const KNOWN = new Set<string>();

const isZoneName = (name: string): boolean => {
  if (KNOWN.has(name)) return true;
  const isZone = /^[A-Z]/u.test(name) && isSpelledAsZone(name, resolve(name));
  if (isZone) KNOWN.add(name);
  return isZone;
};

/** Intl may answer with another name of the same zone (`Asia/Calcutta` for `Asia/Kolkata`): only case must agree. */
const isSpelledAsZone = (name: string, resolved: string | null): boolean =>
  resolved !== null && (resolved === name || resolved.toLowerCase() !== name.toLowerCase());

/** Intl says that a name is unknown only by throwing. */
const resolve = (name: string): string | null => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
};
