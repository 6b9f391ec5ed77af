import { addHours } from "@victim-rights/core";
import { evaluateGates } from "../src/gate/evaluate-gates.ts";
import type { GateInput } from "../src/gate/fact-entry.ts";
import { GatePapers } from "../src/gate/gate-papers.ts";
import { DialogueRequest } from "../src/gate/request.ts";
import { ActorId } from "../src/programme/ids.ts";
import type { GateId } from "../src/programme/gate-result.ts";
import { samplePolicy, sampleRound, sampleScreened } from "../src/dialogue/arbitrary/sample-facts.ts";
import { sampleApproval } from "../src/testing.ts";
import { gates, goodFacts, NOW, screening } from "./dialogue/stage.ts";

export type Raw = Readonly<Record<string, unknown>>;
export type Given = {
  readonly request?: Raw;
  readonly dialogue?: Raw;
  readonly papers?: Raw;
  readonly screening?: Raw;
  readonly policy?: Raw;
  /** Statements that say otherwise; `null` for nobody knows, `undefined` for not asked. */
  readonly says?: Readonly<Record<string, boolean | null | undefined>>;
};

export const input = (given: Given = {}): GateInput => {
  const facts = goodFacts();
  const says = Object.entries(given.says ?? {});
  const statements = facts.papers.statements.flatMap((statement) => {
    const [, value] = says.find(([fact]) => fact === statement.fact) ?? [null, statement.value];
    return value === undefined ? [] : [{ ...statement, value }];
  });
  return {
    dialogue: {
      request: DialogueRequest.parse({ initiator: "victim", ...given.request }),
      format: "separate-rooms",
      startedAt: addHours(NOW, -24),
      heldAt: null,
      sessions: { victim: ["c-1"], offender: ["c-2"] },
      papers: ["paper-request"],
      ...given.dialogue,
    },
    phase: "dialogue",
    facts: {
      papers: GatePapers.parse({ ...facts.papers, statements, ...given.papers }),
      screening: { ...facts.screening, ...given.screening },
    },
    policy: samplePolicy(given.policy),
    decidedBy: ActorId.parse("official-1"),
    at: NOW,
  };
};

export const outcomeOf = (gate: GateId, given: Given): string | undefined =>
  evaluateGates(gates, input(given), [gate])[0]?.outcome;

export const said = (fact: string, value: boolean | null | undefined): Given => ({ says: { [fact]: value } });
export const consents = (party: string, rest: Raw | null): Given => {
  const all = goodFacts().papers.consents;
  return {
    papers: {
      consents: all.flatMap((each) => (each.party !== party ? [each] : rest === null ? [] : [{ ...each, ...rest }])),
    },
  };
};
export const facilitator = (rest: Raw): Given => ({
  papers: { facilitators: [{ ...goodFacts().papers.facilitators[0], ...rest }] },
});
export const offence = (rest: Raw | null): Given => ({
  papers: { offence: rest === null ? null : { ...goodFacts().papers.offence, ...rest } },
});
export const check = (found: string, at = NOW, id = "check-1") => ({ id, at, found });
export const checks = (...orderChecks: readonly unknown[]): Given => ({ papers: { orderChecks } });
export const screened = (answers: Parameters<typeof sampleScreened>[2], rest: Raw = {}): Given => ({
  screening: { ...sampleRound([sampleScreened(screening, NOW, answers)]), ...rest },
});
export const died = (initiator: string, rest: Raw = {}): Given => ({
  request: { initiator, authority: "paper-kin" },
  papers: { participant: { paper: "p", victim: "deceased", ageYears: 40 } },
  policy: rest,
});
export const days = (count: number) => addHours(NOW, -24 * count);
export const approval = (chosen: string) => ({
  ...sampleApproval(NOW, [`screen-${NOW}`]),
  format: { chosen, weighed: ["written", "recorded", "separate-rooms"] },
});
export const approving = (chosen: string) => screened({ s06: "yes" }, { approval: approval(chosen) });
