import type { StoredCase } from "./case-file.ts";
import { PROGRAMME_OF } from "./programmes.ts";

/** An act that the table has from a state: where it may lead, who may do it and which gates are asked. */
export type OpenStep = {
  readonly act: string;
  readonly to: readonly string[];
  readonly by: readonly string[];
  readonly gates: readonly string[];
};

/**
 * Every act of a programme's table from the state of a case; one that is not there yet can be opened. While a danger is
 * open, only what it does not hold up.
 */
export const openSteps = ({ programme, case: each }: StoredCase, state: string | null): readonly OpenStep[] => {
  const { machine, opening, openInDanger } = PROGRAMME_OF[programme];
  if (state === null) return opening === null ? [] : [{ ...opening, to: [opening.to], gates: [] }];
  const isOpen = (act: string): boolean =>
    each?.danger === null ? act !== "address-danger" : openInDanger.includes(act);
  const steps = machine.transitions.filter(({ act, from }) => from.includes(state) && isOpen(act));
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
