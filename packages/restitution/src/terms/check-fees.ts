import type { ChoiceId, OpenChoice } from "../allocation/distribution.ts";
import type { Misfit } from "./check-provisions.ts";
import { Rounding } from "./fee-formula.ts";
import { leavesOf } from "./fee-leaf.ts";
import type { FeeTerm } from "./fee-term.ts";

/** A choice that a fee leaves open, and where. */
export type FeeChoice = { readonly choice: ChoiceId; readonly path: string };

/** The choices that fees leave open, each with its path. */
export const choicesOfFees = (fees: readonly FeeTerm[]): readonly FeeChoice[] =>
  fees.flatMap(({ fee }, at) =>
    leavesOf(fee, `$.fees[${at}].fee`).flatMap(({ formula, path }) =>
      formula.kind === "percent" && typeof formula.fraction === "object"
        ? [{ choice: formula.fraction.choice, path: `${path}.fraction.choice` }]
        : [],
    ),
  );

/** Checks that every choice a fee leaves open is stated, and that all its options are ways to round. */
export const checkFees = (fees: readonly FeeTerm[], choices: readonly OpenChoice[]): readonly Misfit[] =>
  choicesOfFees(fees).flatMap(({ choice, path }) => {
    const stated = choices.find(({ id }) => id === choice);
    return stated === undefined ? [notStated(choice, path)] : strangeOptions(stated, path);
  });

const notStated = (choice: ChoiceId, path: string): Misfit => ({
  code: "unknown-rule",
  path,
  problem: `no choice \`${choice}\` in this file`,
  fix: "state it under `choices`, with what the law does not say and the options",
});

const strangeOptions = ({ id, options }: OpenChoice, path: string): readonly Misfit[] => {
  const strange = options.filter((option) => !Rounding.safeParse(option.id).success);
  if (strange.length === 0) return [];
  return [
    {
      code: "unknown-rule",
      path,
      problem: `${inTicks(strange.map((option) => option.id))} of \`${id}\` is no way to round a fraction of a cent`,
      fix: `give it options of ${inTicks(Rounding.options)} only`,
    },
  ];
};

const inTicks = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
