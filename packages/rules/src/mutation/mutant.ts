import type { InForce, Rule, RuleId } from "../file/rule-file.ts";

/** What kind of slip a mutant stands for. */
export type MutantKind =
  | "operator"
  | "boundary"
  | "list-value"
  | "condition-dropped"
  | "all-any"
  | "not-dropped"
  | "rule-dropped"
  | "effect"
  | "override-dropped"
  | "always-on"
  | "event";

/** What becomes of the rule: another rule in its place, none, or the same rule deciding without being turned on. */
type Revision =
  | { readonly kind: "conditions" | "rule" | "event"; readonly rule: Rule }
  | { readonly kind: "removed" }
  | { readonly kind: "turned-on" };

/** One small change to one version of a rule, such as a slip of the pen would make. */
export type Mutant = {
  readonly rule: RuleId;
  /** Which version of the rule: see `versionOf`. */
  readonly version: string;
  /** The days of the version meant, where the rule has several; `null` where it has one. */
  readonly period: Pick<InForce, "from" | "until"> | null;
  readonly kind: MutantKind;
  /** The place in the rule: `$.conditions.all[1].any[0]`. */
  readonly at: string;
  /** The change in words. */
  readonly change: string;
  readonly revision: Revision;
};
