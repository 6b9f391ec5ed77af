import type { LocalDate } from "@victim-rights/core";
import { isInForce, type RuleId } from "@victim-rights/rules";
import type { Provision } from "./provision.ts";

/**
 * Why a provision decides nothing: it is not law that day, nobody read its text, or it is an agency's policy that is
 * off.
 */
export type WhyOff = "not-in-force" | "recalled" | "policy";

/** The day whose law is asked, and the provisions that an agency turned on by name. */
export type LawAsked = { readonly asOf: LocalDate; readonly enable?: readonly RuleId[] };

/**
 * Why a provision decides nothing on a day; `null` when it decides. Turning it on by name never makes it law before
 * its day.
 */
export const whyOff = (
  { id, inForce, basis, verified }: Pick<Provision, "id" | "inForce" | "basis" | "verified">,
  { asOf, enable = [] }: LawAsked,
): WhyOff | null => {
  if (!isInForce(inForce, asOf)) return "not-in-force";
  return enable.includes(id) ? null : offByDefault({ basis, verified });
};

/** Why a provision is off until somebody turns it on by name; `null` when it is not. */
export const offByDefault = ({
  basis,
  verified,
}: Pick<Provision, "basis" | "verified">): Exclude<WhyOff, "not-in-force"> | null => {
  if (basis === "policy") return "policy";
  return verified.status === "recalled" ? "recalled" : null;
};
