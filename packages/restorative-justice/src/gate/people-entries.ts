import type { Facts } from "@victim-rights/rules";
import type { IpvGate } from "../screening/ipv-gate.ts";
import type { FactEntry, GateInput } from "./fact-entry.ts";
import type { Facilitator, OffenceKind } from "./gate-papers.ts";

/** Facts about the facilitators (G15), the one who is met (G14), and the sessions held (G17). */
export const peopleEntries = (input: GateInput, screened: IpvGate): readonly FactEntry[] => [
  ...facilitatorEntries(input),
  needsSpecialTraining(input, screened),
  counterpartEntry(input),
  ...sessionEntries(input),
];

const facilitatorEntries = ({ facts, policy }: GateInput): readonly FactEntry[] => {
  const { facilitators } = facts.papers;
  const { atLeast, atMost } = policy.facilitators;
  const inputs = facilitators.map(({ id }) => id);
  const people = new Set(inputs).size;
  const all = (fact: string, holds: (each: Facilitator) => boolean): FactEntry => ({
    fact,
    value: facilitators.every(holds),
    inputs,
  });
  return [
    { fact: "facilitators.number-fits", value: people >= atLeast && people <= atMost, inputs },
    all("facilitators.trained", ({ training }) => training !== "not_trained"),
    all("facilitators.active", ({ service }) => service === "active"),
    all("facilitators.free-of-conflict", ({ conflict }) => conflict === "none"),
    all("facilitators.ethics-signed", ({ ethicsCode }) => ethicsCode === "signed"),
    all("facilitators.specially-trained", ({ training }) => training === "dv_sv_trained"),
  ];
};

const SPECIAL: readonly OffenceKind[] = ["sexual", "domestic", "sadistic"];

const needsSpecialTraining = ({ facts: { papers } }: GateInput, { result }: IpvGate): FactEntry => {
  const offence = papers.offence?.kinds.some((kind) => SPECIAL.includes(kind));
  return {
    fact: "dialogue.needs-special-training",
    value: result.track === "ipv" ? true : offence,
    inputs: papers.offence === null ? [] : [papers.offence.paper],
  };
};

const counterpartEntry = ({ facts: { papers }, dialogue: { format } }: GateInput): FactEntry => {
  const { counterpart } = papers;
  const fits: Facts[string] =
    counterpart === null || format === null ? undefined : (counterpart.is === "surrogate") === (format === "surrogate");
  return { fact: "format.counterpart-fits", value: fits, inputs: counterpart === null ? [] : [counterpart.paper] };
};

const sessionEntries = ({ dialogue: { sessions }, policy }: GateInput): readonly FactEntry[] => [
  {
    fact: "preparation.victim-sessions-done",
    value: sessions.victim.length >= policy.preparationSessionsEach,
    inputs: sessions.victim,
  },
  {
    fact: "preparation.offender-sessions-done",
    value: sessions.offender.length >= policy.preparationSessionsEach,
    inputs: sessions.offender,
  },
];
