import { z } from "zod";
import type { GateOutcome } from "../screening/ipv-gate.ts";

/** A site of work, as the programme numbers it. */
export const SiteId = z.string().trim().min(1).max(200).brand<"SiteId">();
export type SiteId = z.infer<typeof SiteId>;

/** A zone on the agency's own map. It names an area and is no address. */
export const ZoneKey = z.string().trim().min(1).max(200).brand<"ZoneKey">();
export type ZoneKey = z.infer<typeof ZoneKey>;

const Known = z.enum(["yes", "no", "unknown"]);

/** What the programme knows of a site, whoever the victim is. */
export const Site = z.strictObject({
  id: SiteId,
  zones: z.array(ZoneKey).readonly(),
  confidentialShelter: Known,
  dvSaProgramme: Known,
});
export type Site = Readonly<z.infer<typeof Site>>;

/**
 * The zones in which the victim lives, works, learns or worships. Where none is on file nobody can check, and a named
 * person decides; that nothing is on file is not a no.
 */
export const VictimZones = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("on_file"),
    id: z.string().min(1),
    home: z.array(ZoneKey).readonly(),
    work: z.array(ZoneKey).readonly(),
    school: z.array(ZoneKey).readonly(),
    worship: z.array(ZoneKey).readonly(),
  }),
  z.strictObject({ state: z.literal("not_on_file"), decision: z.string().min(1).nullable() }),
]);
export type VictimZones = Readonly<z.infer<typeof VictimZones>>;

/** Whether a site lies where the victim lives, works, learns or worships. */
export const zoneOutcome = (site: Site, zones: VictimZones): GateOutcome => {
  if (zones.state === "not_on_file") return zones.decision === null ? "indeterminate" : "pass";
  const own = new Set([...zones.home, ...zones.work, ...zones.school, ...zones.worship]);
  if (site.zones.some((zone) => own.has(zone))) return "block";
  return site.zones.length === 0 ? "hold" : "pass";
};
