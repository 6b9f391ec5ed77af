import type { StoredCase } from "./case-file.ts";
import { DIALOGUE_MACHINE, LETTER_MACHINE, type Machine } from "@victim-rights/restorative-justice";

/** An act that the table has from a state: where it may lead, who may do it and which gates are asked. */
export type OpenStep = {
  readonly act: string;
  readonly to: readonly string[];
  readonly by: readonly string[];
  readonly gates: readonly string[];
};

/** Every act of a programme's table from the state of a case; a letter that is not there yet can be handed in. */
export const openSteps = ({ programme }: StoredCase, state: string | null): readonly OpenStep[] => {
  if (state === null) return [{ act: "submit", to: ["submitted"], by: ["offender-side"], gates: [] }];
  const machine: Machine<string, string> = programme === "dialogue" ? DIALOGUE_MACHINE : LETTER_MACHINE;
  const steps = machine.transitions.filter(({ from }) => from.includes(state));
  return [...new Set(steps.map(({ act }) => act))].map((act) => {
    const own = steps.filter((step) => step.act === act);
    return {
      act,
      to: distinct(own.map(({ to }) => to)),
      by: distinct(own.flatMap(({ by }) => by)),
      gates: distinct(own.flatMap(({ gates }) => gates)),
    };
  });
};

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];
