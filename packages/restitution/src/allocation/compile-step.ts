import { invariant } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import { asChosen, atDiscretion } from "./compile-discretion.ts";
import { inOrder, inShares } from "./compile-order.ts";
import { compilePayment } from "./compile-payment.ts";
import { among, byJudgmentDate, bySize, sizeAgainst } from "./compile-selection.ts";
import { classSetOf } from "./debt.ts";
import type { ChoiceId, Distribution, OpenChoice } from "./distribution.ts";
import type { Place } from "./division.ts";
import { type Step, whenReached, whereNeeded } from "./step.ts";

/** What a distribution refers to. */
export type Setting = {
  readonly policies: ReadonlyMap<RuleId, Step>;
  /** What the law leaves open, by its id. */
  readonly open: ReadonlyMap<ChoiceId, OpenChoice>;
  /** The options that the agency chose, by choice. */
  readonly choices: ReadonlyMap<ChoiceId, ChoiceId>;
};

/** Makes a distribution ready to run. Policies, and what is left open, are looked up when a payment first comes there. */
export const compileStep = (how: Distribution, at: Place, setting: Setting): Step =>
  whereNeeded(stepOf(how, at, setting));

const stepOf = (how: Distribution, at: Place, setting: Setting): Step => {
  if (how.kind === "listed-order" || how.kind === "pro-rata" || how.kind === "equally") return compilePayment(how, at);
  if (how.kind === "policy") return whenReached(() => policyOf(how.policy, setting));
  if (how.kind === "discretion") return whenReached(() => discretionOf(how, at, setting));
  return divideOn(how, (step, inner) => compileStep(inner, { policy: at.policy, path: `${at.path}.${step}` }, setting));
};

type How<Kind extends Distribution["kind"]> = Extract<Distribution, { readonly kind: Kind }>;

/** Compiles a distribution that stands inside another, by the step that leads to it. */
type Inner = (step: string, how: Distribution) => Step;

const divideOn = (
  how: How<"in-order" | "shares" | "classes" | "by-judgment-date" | "of-size" | "by-size">,
  inner: Inner,
): Step => {
  switch (how.kind) {
    case "in-order":
      return inOrder(how.steps.map((step, place) => inner(`steps[${place}]`, step)));
    case "shares":
      return inShares(
        how.parts.map(({ basisPoints, to }, place) => ({ basisPoints, step: inner(`parts[${place}].to`, to) })),
        how.unused,
      );
    case "classes":
      return amongClasses(how, inner);
    case "by-judgment-date":
      return byJudgmentDate(inner("each", how.each), inner("sameDate", how.sameDate));
    case "of-size":
      return amongSizes(how, inner);
    case "by-size":
      return bySize(sizeAgainst(how), {
        below: inner("below", how.below),
        exactly: inner("exactly", how.exactly),
        above: inner("above", how.above),
        mixed: inner("mixed", how.mixed),
      });
  }
};

const amongClasses = ({ classes, to }: How<"classes">, inner: Inner): Step => {
  const wanted = classSetOf(classes);
  return among(({ inClass }) => (inClass & wanted) !== 0, inner("to", to));
};

const amongSizes = (how: How<"of-size">, inner: Inner): Step => {
  const sizeOf = sizeAgainst(how);
  return among((debt) => how.sizes.includes(sizeOf(debt)), inner("to", how.to));
};

const policyOf = (policy: RuleId, { policies }: Setting): Step => {
  const step = policies.get(policy);
  invariant(step !== undefined, `the policy \`${policy}\` is in the file that was checked`);
  return step;
};

const discretionOf = ({ choice, options }: How<"discretion">, at: Place, setting: Setting): Step => {
  const open = setting.open.get(choice);
  invariant(open !== undefined, `the choice \`${choice}\` is in the file that was checked`);
  const wayOf = (option: ChoiceId): Step => {
    const way = options[option];
    invariant(way !== undefined, `the option \`${option}\` is in the file that was checked`);
    return compileStep(way, { policy: at.policy, path: `${at.path}.options.${option}` }, setting);
  };
  const chosen = setting.choices.get(choice);
  return chosen === undefined ? atDiscretion({ open, at, wayOf }) : asChosen({ open, at, wayOf }, chosen);
};
