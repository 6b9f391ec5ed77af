import { INVENTORY_ID } from "../screening/inventory/inventory.ts";
import { evaluateIpvGate, type IpvGate, type IpvGateInput } from "../screening/ipv-gate.ts";
import type { FactEntry, GateInput } from "./fact-entry.ts";
import { hasNoMoreContact } from "./request.ts";

/** Gate G12 as screening gives it, on this policy and at this moment. */
export const ipvGateOf = ({ facts, policy, at }: GateInput): IpvGate =>
  evaluateIpvGate({ ...facts.screening, policy: policy.screening }, { now: at, triggers: facts.papers.triggers });

/** Facts that screening gives (G12). An outcome of `indeterminate` is one that is not known. */
export const screeningEntries = (input: GateInput, { outcome, obstacles }: IpvGate): readonly FactEntry[] => {
  const { screening } = input.facts;
  const inputs = screeningInputs(screening);
  const made = screening.results.flatMap(({ screens }) =>
    screens.filter(({ instrument, at }) => instrument.id === INVENTORY_ID && at <= input.at),
  );
  const { heldAt } = input.dialogue;
  return [
    {
      fact: "screening.outcome",
      value: outcome === "indeterminate" ? undefined : outcome,
      inputs,
      lifts: obstacles.map(({ liftedBy }) => liftedBy),
    },
    { fact: "screening.after-hold", value: heldAt === null || made.some(({ at }) => at > heldAt), inputs },
    { fact: "screening.made", value: made.length > 0, inputs },
    { fact: "screening.format-approved", value: isFormatApproved(input), inputs },
  ];
};

const screeningInputs = ({ results, earlier, concerns, approval, changes }: GateInput["facts"]["screening"]) => [
  ...[...results, ...earlier].flatMap(({ screens }) => screens.map(({ screen }) => String(screen))),
  ...concerns.map(({ id }) => id),
  ...changes.map(({ evidence }) => evidence.id),
  ...(approval === null ? [] : [approval.id]),
];

/** An approval reaches the format that specialists chose, and any with less contact. Without one there is nothing to reach. */
const isFormatApproved = ({ dialogue: { format }, facts }: GateInput): boolean => {
  const approval: IpvGateInput["approval"] = facts.screening.approval;
  if (approval === null) return true;
  return format !== null && approval.format !== null && hasNoMoreContact(format, approval.format.chosen);
};
