import type { Citation, Verification } from "@victim-rights/core";
import type { Reading, RuleId } from "@victim-rights/rules";
import type { Provision } from "./provision.ts";

/** A provision that an answer rests on, with its citations and how well it was checked. */
export type TermGround = {
  readonly provision: RuleId;
  readonly title: string;
  /** An agency's own practice, turned on by name, and no law. */
  readonly isPolicy: boolean;
  readonly cites: readonly Citation[];
  readonly verified: Verification;
  /** The reading followed where the words can be read two ways, and the others. */
  readonly reading: Reading | null;
  readonly notes: readonly string[];
};

/** What an answer tells of a provision that it rests on. */
export const groundOf = ({ id, title, basis, cites, verified, reading, notes }: Provision): TermGround => ({
  provision: id,
  title,
  isPolicy: basis === "policy",
  cites,
  verified,
  reading: reading ?? null,
  notes: notes ?? [],
});
