import { attemptBeforeDeadline } from "./attempt-before-deadline.ts";
import type { Checker } from "./checker.ts";
import { closedWithEvidence } from "./closed-with-evidence.ts";
import { entitledHasObligation } from "./entitled-has-obligation.ts";
import { falseNoticeCorrected } from "./false-notice-corrected.ts";
import { bulkRefreshHeld, confirmedNeverRepeated, notEntitledNoMessage } from "./messages.ts";
import { noContactValue } from "./no-contact-value.ts";
import { nothingLost } from "./nothing-lost.ts";
import { silenceAlarmed } from "./silence-alarmed.ts";
import { unsentMeansUnsent } from "./unsent-means-unsent.ts";

/** Every promise that each simulation is held to. */
export const CHECKERS: readonly Checker[] = [
  entitledHasObligation,
  notEntitledNoMessage,
  closedWithEvidence,
  confirmedNeverRepeated,
  attemptBeforeDeadline,
  unsentMeansUnsent,
  falseNoticeCorrected,
  silenceAlarmed,
  bulkRefreshHeld,
  nothingLost,
  noContactValue,
];
