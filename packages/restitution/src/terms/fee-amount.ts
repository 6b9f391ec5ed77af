import { type Cents, invariant } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { ChoiceId, OpenChoice } from "../allocation/distribution.ts";
import type { ChoiceFollowed } from "../allocation/division.ts";
import { DiscretionNeeded, OptionUnknown } from "../errors.ts";
import { type PercentFee, Rounding } from "./fee-formula.ts";
import { leafFor } from "./fee-leaf.ts";
import type { FeeTerm } from "./fee-term.ts";
import { percentOf } from "./percent-of.ts";

/** What a fee's amount depends on besides the fee. */
export type FeeSetting = {
  readonly orderedCents: number;
  readonly open: readonly OpenChoice[];
  readonly choices: ReadonlyMap<ChoiceId, ChoiceId>;
};

/** A fee in whole cents, and the choice it rests on where a fraction of a cent had to go somewhere. */
type FeeAmount = { readonly cents: number; readonly choices: readonly ChoiceFollowed[] };

type Amount = Result.Result<FeeAmount, OptionUnknown | DiscretionNeeded>;

/**
 * What a fee comes to, for one charge. Where the law does not say how a fraction of a cent rounds, the recorded choice
 * does; nothing is asked where every option comes to the same.
 * @errors `OptionUnknown`, `DiscretionNeeded`, in that order; no money is held by the latter.
 */
export const feeAmount = ({ id, fee }: FeeTerm, setting: FeeSetting): Amount => {
  const { formula, path } = leafFor(fee, setting.orderedCents);
  if (formula.kind === "fixed") return settled(formula.cents);
  const { fraction } = formula;
  if (typeof fraction === "string") return settled(percentOf(setting.orderedCents, formula, fraction));
  const open = setting.open.find((choice) => choice.id === fraction.choice);
  invariant(open !== undefined, `the choice \`${fraction.choice}\` is in the file that was checked`);
  return byChoice(formula, setting, { open, at: { policy: id, path: `${path}.fraction` } });
};

const settled = (cents: number): Amount => Result.succeed({ cents, choices: [] });

type Asked = { readonly open: OpenChoice; readonly at: ChoiceFollowed["at"] };

const byChoice = (formula: PercentFee, { orderedCents, choices }: FeeSetting, { open, at }: Asked): Amount => {
  const known = open.options.map(({ id }) => id);
  const option = choices.get(open.id);
  if (option !== undefined && !known.includes(option))
    return Result.fail(new OptionUnknown({ choice: open.id, option, known }));
  const centsBy = (way: ChoiceId): number => percentOf(orderedCents, formula, Rounding.parse(way));
  const [first = 0, ...others] = known.map(centsBy);
  if (others.every((cents) => cents === first)) return settled(first);
  if (option === undefined) return Result.fail(new DiscretionNeeded({ choice: open, heldCents: 0 as Cents, at }));
  return Result.succeed({ cents: centsBy(option), choices: [{ choice: open.id, option, at }] });
};
