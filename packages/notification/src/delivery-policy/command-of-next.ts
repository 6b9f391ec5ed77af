import type { NoticeCommandId } from "../obligation/ids.ts";
import { ReasonCode, RecordRef } from "../obligation/ids.ts";
import type { NoticeActor } from "../obligation/notice-actor.ts";
import type { Obligation } from "../obligation/obligation.ts";
import type { CommandTo } from "../obligation/obligation-command.ts";
import type { Instant } from "@victim-rights/core";
import type { DeliveryPolicy } from "./delivery-policy.ts";
import type { NextAttempt } from "./next-attempt.ts";

/** Who takes the next step, when, and under which id. */
export type NextStated = { readonly id: NoticeCommandId; readonly at: Instant; readonly by: NoticeActor };

/** The command that the next step asks for; `null` where there is nothing to do. */
export const commandOfNext = (
  next: NextAttempt,
  stated: NextStated,
  from: { readonly obligation: Obligation; readonly policy: DeliveryPolicy },
): CommandTo<"schedule" | "hand-to-person" | "accept-delivery"> | null => {
  switch (next.kind) {
    case "nothing":
      return null;
    case "person":
      return { act: "hand-to-person", ...stated, queue: VICTIM_SERVICES, reason: ReasonCode.parse(next.reason) };
    case "attempt": {
      const { attempt, method, contact, at, late } = next;
      const reason = ReasonCode.parse(late ? "late" : attempt === 1 ? "first-attempt" : "further-attempt");
      return { act: "schedule", ...stated, attempt, method, contact, for: at, reason };
    }
    case "accept-delivery":
      return { act: "accept-delivery", ...stated, evidence: acceptance(next.attempt, from) };
  }
};

const VICTIM_SERVICES = ReasonCode.parse("victim-services");

const acceptance = (
  attempt: number,
  { obligation, policy }: { readonly obligation: Obligation; readonly policy: DeliveryPolicy },
): CommandTo<"accept-delivery">["evidence"] => {
  const authority = { kind: "agency-policy", policy: RecordRef.parse(`delivery-policy/${policy.version}`) } as const;
  const receipt = obligation.evidence.find((each) => each.kind === "delivery-receipt" && each.attempt === attempt);
  const record = receipt !== undefined && "record" in receipt ? receipt.record : authority.policy;
  return { kind: "delivery-accepted", attempt, authority, record };
};
