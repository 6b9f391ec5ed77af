import { invariant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { advanceCase, type Given, type Programme } from "../programme/advance-case.ts";
import { caseFromLog, type LogBroken, notBegun, type StoredLog } from "../programme/case-from-log.ts";
import type { AdvanceError } from "../programme/errors.ts";
import type { GateId, GateResult } from "../programme/gate-result.ts";
import { stepFrom } from "../programme/machine.ts";
import { ProgrammeRules } from "../programme/programme-rules.ts";
import { type LetterCase, letterState, openLetter, withdrawalAsked } from "./letter-case.ts";
import type { LetterCommand } from "./letter-command.ts";
import { afterCommand } from "./after-command.ts";
import { letterGate } from "./letter-gates.ts";
import { LETTER_MACHINE, LETTER_OPEN_IN_DANGER, LETTER_STAGES, OPEN_WHILE_FROZEN } from "./letter-machine.ts";
import letterRules from "./letter-rules.json" with { type: "json" };
import type { LetterSetting } from "./letter-setting.ts";
import { LetterStage, type LetterState } from "./letter-state.ts";

/** The rules of the letter bank's gates, each with its sources and what would lift it. */
export const LETTER_RULES: ProgrammeRules = ProgrammeRules.parse(letterRules);

/**
 * Takes one command about a letter. Pure: time comes in the command, facts and policy beside it.
 * The result, and the error, are the programme's to see: what the author may be answered is `answerAuthor`'s alone.
 * @errors `AdvanceError`, in its order of precedence, the case unchanged.
 */
export const advanceLetter = (
  letter: LetterCase,
  command: LetterCommand,
  setting: LetterSetting,
): Result.Result<LetterCase, AdvanceError> => {
  const given = { case: letter, command };
  const gate = (id: GateId): GateResult => askGate(id, { ...given, setting });
  return advanceCase(PROGRAMME, given, { gate, guidance: setting.policy.emergencyGuidance });
};

/**
 * A letter as of its log, with what every gate gave as the record has it.
 * @errors `LogBroken` where the log is none that the programme can have written.
 */
export const letterFromLog = (log: StoredLog<LetterState, LetterCommand>): Result.Result<LetterCase, LogBroken> => {
  const [first] = log.commands;
  if (first?.act !== "submit" || first.letter !== log.id) return notBegun("submit");
  const begun = Result.orElse(openLetter(first), () => notBegun("submit"));
  return Result.flatMap(begun, (letter) => caseFromLog(PROGRAMME, letter, log));
};

const askGate = letterGate(LETTER_RULES);

const PROGRAMME: Programme<LetterState, LetterCommand, LetterCase> = {
  machine: LETTER_MACHINE,
  stateOf: letterState,
  openInDanger: LETTER_OPEN_IN_DANGER,
  targetOf: (given, steps) => targetOf(given, steps),
  recordedOnly: () => [],
  applied: (given) => appliedTo(given),
  settled: (letter) => withdrawIfAsked(letter),
};

type GivenToLetter = Given<LetterCase, LetterCommand>;

/** While frozen the stage moves underneath, and unfreezing shows it once no ground is left. */
const targetOf = ({ case: letter, command }: GivenToLetter, steps: readonly LetterState[]): LetterState | null => {
  if (letter.freezes.length === 0) return steps[0] ?? null;
  if (command.act === "unfreeze") {
    const isLast = letter.freezes.every(({ ground }) => ground === command.ground);
    return isLast ? letter.stage : "frozen";
  }
  if (!OPEN_WHILE_FROZEN.includes(command.act)) return steps[0] ?? null;
  return stageAfter(letter, command) === null ? null : "frozen";
};

const stageAfter = ({ stage, freezes }: LetterCase, { act }: LetterCommand): LetterStage | null => {
  // An author's wish takes effect only while the letter is held, and one that is frozen waits until it is again.
  if (act === "ask-to-withdraw" && freezes.length > 0) return stage;
  const machine = { ...LETTER_MACHINE, states: LetterStage.options, initial: "submitted", terminal: [] } as const;
  return (
    stepFrom<LetterStage, LetterCommand["act"]>({ ...machine, transitions: LETTER_STAGES }, stage, act)?.to ?? null
  );
};

const appliedTo = ({ case: letter, command }: GivenToLetter): LetterCase => {
  const changed = afterCommand(letter, command);
  if (command.act === "freeze" || command.act === "unfreeze") return changed;
  const stage = stageAfter(letter, command);
  invariant(stage !== null, "a step that is taken leads somewhere");
  return { ...changed, stage };
};

/** An author who asked to withdraw before the letter was banked is heard when it is. */
const withdrawIfAsked = (letter: LetterCase): LetterCase => {
  if (letterState(letter) !== "held" || !withdrawalAsked(letter)) return letter;
  const [asked, last] = [letter.record.find(({ act }) => act === "ask-to-withdraw"), letter.record.at(-1)];
  invariant(asked !== undefined && last !== undefined, "a wish to withdraw is on record");
  const seq = last.seq + 1;
  const line = { ...asked, seq, at: last.at, from: "held", to: "withdrawn_by_author" } as const;
  return { ...letter, stage: "withdrawn_by_author", record: [...letter.record, line] };
};
