import type { Citation, LocalDate, Verification } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import type { PaymentKind } from "./allocation-file.ts";
import type { ChoiceId } from "./distribution.ts";
import type { ChoiceFollowed, Part } from "./division.ts";

/** A payment to be divided. */
export type Payment = {
  /** Whole cents, at least 1. */
  readonly cents: number;
  readonly kind: PaymentKind;
  /** The day whose law divides it. */
  readonly asOf: LocalDate;
};

/** What an agency has decided beside the law. */
export type AllocationChoices = {
  /** Policies that are off by default and that it turned on. */
  readonly enable?: readonly RuleId[];
  /** Where the law leaves something open, the option that it follows. */
  readonly choices?: ReadonlyMap<ChoiceId, ChoiceId>;
};

/** A policy that an allocation rests on. */
export type PolicyGround = {
  readonly policy: RuleId;
  readonly title: string;
  readonly cites: readonly Citation[];
  readonly verified: Verification;
};

/** A payment divided: `parts` and `leftCents` sum to it. */
export type Allocation = {
  readonly parts: readonly Part[];
  /** What no claim could take: every claim that the order of payment reaches is paid in full. */
  readonly leftCents: number;
  readonly choices: readonly ChoiceFollowed[];
  /** The policies that gave a part, in the order of the file, and the one that was asked first. */
  readonly grounds: readonly PolicyGround[];
};
