import type { LawFiles } from "@victim-rights/rules";
import blocked from "./law/inventory/blocked.json" with { type: "json" };
import escalate from "./law/inventory/escalate.json" with { type: "json" };
import ipvTrack from "./law/inventory/ipv-track.json" with { type: "json" };
import supportFirst from "./law/inventory/support-first.json" with { type: "json" };
import jurisdiction from "./law/jurisdiction.json" with { type: "json" };
import properties from "./law/properties.json" with { type: "json" };

/** The inventory's rule files by path. They travel inside the package, so that nothing is read while it runs. */
export const INVENTORY_FILES: LawFiles = new Map(
  Object.entries({
    "jurisdiction.json": jurisdiction,
    "properties.json": properties,
    "inventory/blocked.json": blocked,
    "inventory/escalate.json": escalate,
    "inventory/ipv-track.json": ipvTrack,
    "inventory/support-first.json": supportFirst,
  }).map(([path, content]) => [path, JSON.stringify(content)]),
);
