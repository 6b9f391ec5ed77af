import { type Facts, UNCERTAIN } from "@victim-rights/rules";
import type { FactEntry, GateInput } from "./fact-entry.ts";

/** Facts about who asked (G01), for what (G02, G04), and who would take part (G03). */
export const requestEntries = (input: GateInput): readonly FactEntry[] => [
  ...initiatorEntries(input),
  ...offenceEntries(input),
  ageEntry(input),
];

const initiatorEntries = (input: GateInput): readonly FactEntry[] => {
  const { request, papers } = input.dialogue;
  const { value, cites } = isAllowed(input);
  const authority = request?.authority ?? null;
  return [
    { fact: "request.initiator", value: request?.initiator, inputs: papers },
    {
      fact: "request.initiator-allowed",
      value,
      inputs: [...papers, ...paperOf(input.facts.papers.participant)],
      cites,
    },
    {
      fact: "request.authority-shown",
      value: request?.initiator === "victim" || authority !== null ? true : undefined,
      inputs: authority === null ? papers : [...papers, authority],
    },
  ];
};

const paperOf = (record: { readonly paper: string } | null): readonly string[] =>
  record === null ? [] : [record.paper];

type Allowed = { readonly value: Facts[string]; readonly cites: NonNullable<FactEntry["cites"]> };

/** Where the victim has died and the jurisdiction is silent, a person decides. */
const isAllowed = ({ dialogue: { request }, facts, policy }: GateInput): Allowed => {
  const victim = facts.papers.participant?.victim ?? "unknown";
  if (request === null || victim === "unknown") return { value: undefined, cites: [] };
  const listed = victim === "deceased" ? policy.whenVictimDied : policy.requesters;
  if (listed === null) return { value: UNCERTAIN, cites: [] };
  const cites = listed.flatMap((requester) => requester.cites);
  return { value: listed.some(({ initiator }) => initiator === request.initiator), cites };
};

const offenceEntries = (input: GateInput): readonly FactEntry[] => {
  const { facts, policy } = input;
  const { offence } = facts.papers;
  const inputs = paperOf(offence);
  const taken = citesOf(policy.unprosecutedHarms);
  const value = isTaken(input, offence?.prosecuted ?? null);
  const scope = [...citesOf(policy.offenceScope), ...taken];
  return [
    { fact: "offence.in-scope", value: isInScope(offence, policy), inputs, cites: scope },
    { fact: "offence.unprosecuted-taken", value, inputs, cites: taken },
  ];
};

const citesOf = (choice: { readonly cites: Allowed["cites"] } | null): Allowed["cites"] => choice?.cites ?? [];

/**
 * Where no programme takes such harms the answer is no, whatever is known of this one. A record that has the harm never
 * prosecuted beside a conviction for it contradicts itself: a person must find out which.
 */
const isTaken = ({ policy, ...input }: GateInput, prosecuted: boolean | null): Facts[string] => {
  if (policy.unprosecutedHarms === null) return false;
  if (prosecuted === false && saysConvicted(input)) return UNCERTAIN;
  return prosecuted === null ? undefined : !prosecuted;
};

const saysConvicted = ({ facts: { papers }, at }: Pick<GateInput, "facts" | "at">): boolean =>
  papers.statements.findLast((each) => each.fact === "conviction.exists" && each.at <= at)?.value === true;

const isInScope = (
  offence: GateInput["facts"]["papers"]["offence"],
  { offenceScope, unprosecutedHarms }: GateInput["policy"],
): Facts[string] => {
  if (offence === null || offence.prosecuted === null) return undefined;
  if (!offence.prosecuted && unprosecutedHarms === null) return false;
  return offenceScope === null ? UNCERTAIN : offence.kinds.some((kind) => offenceScope.kinds.includes(kind));
};

const ageEntry = ({ facts: { papers }, policy }: GateInput): FactEntry => {
  const age = papers.participant?.ageYears ?? null;
  return {
    fact: "participant.old-enough",
    value: age === null ? undefined : age >= policy.minAgeYears,
    inputs: paperOf(papers.participant),
  };
};
