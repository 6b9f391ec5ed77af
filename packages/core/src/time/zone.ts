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

const isZoneName = (name: string): boolean => {
  if (!/^[A-Z]/u.test(name)) return false;
  const resolved = resolve(name);
  if (resolved === null) return false;
  // Intl may answer with another name of the same zone (`Asia/Calcutta` for `Asia/Kolkata`): only case must agree.
  return resolved === name || resolved.toLowerCase() !== name.toLowerCase();
};

/** Intl says that a name is unknown only by throwing. */
const resolve = (name: string): string | null => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
};
