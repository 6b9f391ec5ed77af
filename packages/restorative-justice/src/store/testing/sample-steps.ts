import { addHours, Instant, type Revision } from "@victim-rights/core";
import { DialogueCommand } from "../../dialogue/dialogue-command.ts";
import { LetterCommand } from "../../letter/letter-command.ts";
import { PanelCommand } from "../../panel/panel-command.ts";
import type { ProgrammeCommand } from "../../programme/command.ts";
import type { RecordLine } from "../../programme/case-record.ts";
import type { CaseId } from "../../programme/ids.ts";
import { ServiceCommand } from "../../service/service-command.ts";
import type { AppendStep, ProgrammeName } from "../case-store.ts";

const START = Instant.parse("2026-03-02T15:00:00Z");

const ACTS: Readonly<Record<ProgrammeName, readonly string[]>> = {
  dialogue: ["begin-intake", "put-on-hold", "resume", "withdraw"],
  letter: ["pass-on", "start-screening", "accept", "bank"],
  panel: ["interview", "not-now", "ask-again", "leave"],
  service: ["invite-input", "check-conflicts", "start", "complete"],
};

/** Acts that rest on a paper in every programme that has them. */
const GROUNDED = new Set(["begin-intake", "resume"]);

const COMMANDS = { dialogue: DialogueCommand, letter: LetterCommand, panel: PanelCommand, service: ServiceCommand };

/**
 * Four steps of a case as a store is given them. They say nothing about what a programme allows: a store keeps what the
 * programme decided, and decides nothing. The second step adds two lines to the record.
 */
export const sampleSteps = <Name extends ProgrammeName>(programme: Name, id: CaseId): readonly AppendStep<Name>[] => {
  let seq = 1;
  return ACTS[programme].map((act, at) => {
    const command = COMMANDS[programme].parse({
      id: `c-${at}`,
      act,
      by: { side: "programme", id: "officer" },
      at: addHours(START, at),
      evidence: GROUNDED.has(act) ? ["paper-1"] : [],
    });
    const lines = Array.from({ length: at === 1 ? 2 : 1 }, () => lineOf(command, seq++));
    const step = { programme, case: id, expected: at as Revision, command, lines };
    return step as unknown as AppendStep<Name>;
  });
};

const lineOf = ({ id, act, by, at, evidence }: ProgrammeCommand, seq: number): RecordLine<string, string> => ({
  seq,
  command: id,
  act,
  by,
  at,
  from: "here",
  to: "there",
  gates: [{ gate: "G01", outcome: "pass", rules: [], lifts: [], inputs: ["paper-1"], decidedBy: by.id, at }],
  evidence,
});
