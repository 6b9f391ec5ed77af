import type { JurisdictionId } from "@victim-rights/core";
import type { DeliveryPolicy } from "@victim-rights/notification";
import * as Context from "effect/Context";
import { z } from "zod";

/**
 * What is done about a send of which nobody can say whether it went out. The law says nothing of it: it is policy, and
 * the default is that a person rather hears twice than not at all.
 */
export const OnDoubt = z.enum(["second-notice", "person"]);
export type OnDoubt = z.infer<typeof OnDoubt>;

/** How an agency delivers in a jurisdiction. */
export type AgencyRules = { readonly policy: DeliveryPolicy; readonly onDoubt: OnDoubt };

/** The port that a running worker asks for an agency's rules: `null` where there are none, so that a person decides. */
export class AgencyRuleBook extends Context.Service<
  AgencyRuleBook,
  { readonly rulesFor: (jurisdiction: JurisdictionId) => AgencyRules | null }
>()("@victim-rights-examples/delivery-worker/AgencyRuleBook") {}
