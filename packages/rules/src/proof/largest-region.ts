import { invariant } from "@victim-rights/core";
import type { NodeId } from "../diagram/node-table.ts";
import { type Region, regionsOf } from "../region/region.ts";
import type { ProofSetting } from "./proof-setting.ts";

/** Regions looked at before the largest is taken. */
const TRIED = 10;

/** The largest of the first regions where a diagram that is somewhere true is true. */
export const largestRegion = ({ build, space }: ProofSetting, root: NodeId): Region => {
  const [largest] = regionsOf(build.manager, root, { space, limit: TRIED }).regions;
  invariant(largest !== undefined, "a diagram that is true somewhere has a region");
  return largest;
};
