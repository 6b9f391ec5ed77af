import type { LeftOutRule } from "../decide/select-rules.ts";

/** Why a rule decides nothing, in words. */
export const LEFT_OUT_BECAUSE: Readonly<Record<LeftOutRule["because"], string>> = {
  "not-in-force": "not in force on the day",
  recalled: "no text of it was read",
  policy: "an agency's policy that was not turned on",
};
