import { type ExpirySetting, expiredBecause } from "./expiry.ts";
import { resultOf, type ScreenBasis, type ScreenReason, type ScreenResult } from "./screen-result.ts";
import type { ScreeningPolicy } from "./screening-policy.ts";

/** When a result is asked about, knowing which events, and by which policy. */
export type AgeSetting = ExpirySetting & { readonly policy: ScreeningPolicy };

/** What a result still comes to at a moment: an expired screen leaves it incomplete and takes away no concern. */
export const ageResult = (result: ScreenResult, setting: AgeSetting): ScreenResult =>
  resultOf({
    reasons: [...result.reasons, ...result.screens.flatMap((screen) => expiryReasons(screen, setting))],
    screens: result.screens,
  });

const expiryReasons = (
  { screen, instrument, at }: ScreenBasis,
  { policy, ...setting }: AgeSetting,
): readonly ScreenReason[] => {
  const because = expiredBecause(at, policy.screenExpiresAfterDays, setting);
  if (because === null) return [];
  return [
    {
      raises: "incomplete",
      because: `expired-${because}`,
      from: screen,
      instrument,
      item: null,
      rule: null,
      cites: [],
    },
  ];
};
