import type { VerificationStatus } from "@victim-rights/core";
import type { NotEncodedReason } from "../file/jurisdiction-file.ts";
import { offByDefault } from "../file/off-by-default.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { Law } from "./law.ts";

/** Where one row of the law notes stands: in force as rules, encoded but off, left out with a reason, or forgotten. */
export type RowCoverage = {
  readonly row: string;
  readonly event: string;
  readonly cite: string;
} & (
  | { readonly state: "encoded"; readonly rules: readonly RuleId[]; readonly verified: readonly VerificationStatus[] }
  | { readonly state: "off"; readonly rules: readonly RuleId[]; readonly why: string }
  | { readonly state: "not-encoded"; readonly reason: NotEncodedReason; readonly why: string }
  | { readonly state: "absent" }
);

/** Accounts for every row in `law-rows.json`. A row that is neither encoded nor listed with a reason is `absent`: a fault. */
export const coverage = (law: Law): readonly RowCoverage[] =>
  (law.rows?.rows ?? []).map((row) => ({ row: row.id, event: row.event, cite: row.cite, ...stateOf(law, row.id) }));

type State = RowCoverage extends infer R ? (R extends RowCoverage ? Omit<R, "row" | "event" | "cite"> : never) : never;

const stateOf = (law: Law, row: string): State => {
  const rules = [...law.questions.values()].flatMap((source) =>
    source.file.rules.filter((rule) => rule.rows.includes(row)),
  );
  const on = rules.filter((rule) => offByDefault(rule) === null);
  if (on.length > 0)
    return {
      state: "encoded",
      rules: on.map((rule) => rule.id),
      verified: [...new Set(on.map((rule) => rule.verified.status))],
    };
  if (rules.length > 0)
    return {
      state: "off",
      rules: rules.map((rule) => rule.id),
      why: "rests on recollection: no text was read, so it decides nothing until an agency turns it on",
    };
  const left = law.notEncoded?.rows.find((each) => each.id === row);
  return left === undefined ? { state: "absent" } : { state: "not-encoded", reason: left.reason, why: left.why };
};
