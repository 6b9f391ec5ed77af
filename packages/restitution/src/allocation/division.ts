import type { RuleId } from "@victim-rights/rules";
import type { ClaimId } from "./claim.ts";
import type { ChoiceId } from "./distribution.ts";

/** A place in the law's order of payment: a policy, and the step of its distribution. */
export type Place = { readonly policy: RuleId; readonly path: string };

/** Cents that one claim gets, and the step that gives them. */
export type Part = { readonly claim: ClaimId; readonly cents: number; readonly at: Place };

/** A choice of the agency that was followed, and where it was needed. */
export type ChoiceFollowed = { readonly choice: ChoiceId; readonly option: ChoiceId; readonly at: Place };
