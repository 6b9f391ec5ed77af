import type { Instant } from "@victim-rights/core";
import type { NoticeRole, ObligationCommand, ObligationId, StoredObligation } from "@victim-rights/notification";

/**
 * Something that somebody wants written down about an obligation. `draft` says the command, on the obligation as it then
 * stands; `null` where it is of no use any more.
 */
export type Slip = {
  readonly id: string;
  readonly obligation: ObligationId;
  readonly role: NoticeRole;
  readonly draft: (stored: StoredObligation, stated: Stated) => ObligationCommand | null;
};

/** What every command states. */
type Stated = {
  readonly id: ObligationCommand["id"];
  readonly at: Instant;
  readonly by: ObligationCommand["by"];
};
