import type { RuleId } from "@victim-rights/rules";
import { offByDefault } from "../terms/why-off.ts";
import type { AllocationChoices, PolicyGround } from "./allocation.ts";
import type { AllocationFile, AllocationPolicy, AllocationUse } from "./allocation-file.ts";
import { compileStep } from "./compile-step.ts";
import type { ChoiceId } from "./distribution.ts";
import { type Step, whenReached } from "./step.ts";

/** A state's order of payment with an agency's choices, made ready by `compileAllocation` to divide many payments. */
export type CompiledAllocation = {
  readonly jurisdiction: AllocationFile["jurisdiction"];
  /** In the order of the file, which is that of precedence. */
  readonly uses: readonly CompiledUse[];
  /** Of every policy, in the order of the file. */
  readonly grounds: readonly PolicyGround[];
};

/** Payments like these, and the policies that may divide them. */
type CompiledUse = { readonly for: AllocationUse["for"]; readonly policies: readonly CompiledPolicy[] };

/** A policy that is ready to divide. */
export type CompiledPolicy = {
  readonly id: RuleId;
  readonly inForce: AllocationPolicy["inForce"];
  /** Why it decides nothing even on a day when it is law. */
  readonly off: "recalled" | "policy" | null;
  readonly step: Step;
};

/**
 * Makes an order of payment ready: what the agency decided is settled here, and each place that a part can name is written
 * down, once for all payments. The file is one that `loadAllocation` checked and that nobody
 * changes any more.
 * @param decided - policies that the agency turned on, and the options that it chose.
 */
export const compileAllocation = (
  file: AllocationFile,
  { enable = [], choices = NONE }: AllocationChoices = {},
): CompiledAllocation => {
  const steps = stepsOf(file, new Map(choices));
  const enabled = new Set(enable);
  const policies = new Map(
    file.policies.map((policy): [RuleId, Omit<CompiledPolicy, "step">] => [
      policy.id,
      { id: policy.id, inForce: policy.inForce, off: enabled.has(policy.id) ? null : offByDefault(policy) },
    ]),
  );
  const compiledOf = (id: RuleId): readonly CompiledPolicy[] => {
    const policy = policies.get(id);
    const step = steps.get(id);
    return policy === undefined || step === undefined ? [] : [{ ...policy, step }];
  };
  return {
    jurisdiction: file.jurisdiction,
    uses: file.uses.map((use) => ({ for: use.for, policies: use.policies.flatMap(compiledOf) })),
    grounds: file.policies.map(groundOf),
  };
};

const NONE: ReadonlyMap<ChoiceId, ChoiceId> = new Map();

/** Each policy is compiled when a payment first comes to it, so that one may name another that stands below. */
const stepsOf = (file: AllocationFile, choices: ReadonlyMap<ChoiceId, ChoiceId>): ReadonlyMap<RuleId, Step> => {
  const open = new Map(file.choices.map((choice) => [choice.id, choice]));
  const policies = new Map<RuleId, Step>();
  for (const { id, distribute } of file.policies)
    policies.set(
      id,
      whenReached(() => compileStep(distribute, { policy: id, path: "$.distribute" }, { policies, open, choices })),
    );
  return policies;
};

const groundOf = ({ id, title, cites, verified }: AllocationPolicy): PolicyGround => ({
  policy: id,
  title,
  cites,
  verified,
});
