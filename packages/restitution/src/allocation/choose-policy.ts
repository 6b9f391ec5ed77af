import { isInForce } from "@victim-rights/rules";
import { NoPolicyDecides } from "../errors.ts";
import type { Payment } from "./allocation.ts";
import type { AllocationUse, PaymentKind } from "./allocation-file.ts";
import type { CompiledAllocation, CompiledPolicy } from "./compile-allocation.ts";

/** The first policy, of the uses that fit the payment, that is law on the day and on; null when there is none. */
export const choosePolicy = ({ uses }: CompiledAllocation, { kind, asOf }: Payment): CompiledPolicy | null => {
  for (const use of uses) {
    if (!fits(use.for, kind)) continue;
    for (const policy of use.policies) if (policy.off === null && isInForce(policy.inForce, asOf)) return policy;
  }
  return null;
};

/** Why `choosePolicy` finds none. */
export const noPolicyFor = ({ jurisdiction, uses }: CompiledAllocation, { kind, asOf }: Payment): NoPolicyDecides =>
  new NoPolicyDecides({
    jurisdiction,
    asOf,
    leftOut: uses
      .filter((use) => fits(use.for, kind))
      .flatMap(({ policies }) => policies)
      .map(({ id, inForce, off }) => ({
        policy: id,
        because: off === null || !isInForce(inForce, asOf) ? "not-in-force" : off,
      })),
  });

const fits = (wanted: AllocationUse["for"], { purpose, from, grade }: PaymentKind): boolean =>
  (wanted.purpose ?? purpose) === purpose && (wanted.from ?? from) === from && (wanted.grade ?? grade) === grade;
