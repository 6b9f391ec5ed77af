import type { CustodyEvent } from "@victim-rights/core";
import { expectTypeOf, test } from "vitest";
import type { PlanInput, SnapshotDifference } from "../../src/index.ts";

test("a difference between two lists is no event that a notice could be planned from", () => {
  expectTypeOf<SnapshotDifference>().not.toExtend<CustodyEvent>();
  expectTypeOf<readonly SnapshotDifference[]>().not.toExtend<PlanInput["events"]>();
});
