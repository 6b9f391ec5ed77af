import { invariant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { advanceCase, type Programme } from "../programme/advance-case.ts";
import type { AdvanceError } from "../programme/errors.ts";
import { stepFrom } from "../programme/machine.ts";
import { ProgrammeRules } from "../programme/programme-rules.ts";
import { type LetterCase, letterState, withdrawalAsked } from "./letter-case.ts";
import type { LetterCommand } from "./letter-command.ts";
import { afterCommand } from "./after-command.ts";
import { letterGate } from "./letter-gates.ts";
import { LETTER_MACHINE, LETTER_STAGES, OPEN_WHILE_FROZEN } from "./letter-machine.ts";
import letterRules from "./letter-rules.json" with { type: "json" };
import type { AskedOfLetter, LetterSetting } from "./letter-setting.ts";
import { LetterStage, type LetterState } from "./letter-state.ts";

/** The rules of the letter bank's gates, each with its sources and what would lift it. */
export const LETTER_RULES: ProgrammeRules = ProgrammeRules.parse(letterRules);

const PROGRAMME: Programme<LetterState, LetterCommand, LetterCase, LetterSetting> = {
  machine: LETTER_MACHINE,
  stateOf: letterState,
  targetOf: (asked, steps) => targetOf(asked, steps),
  gate: letterGate(LETTER_RULES),
  recordedOnly: () => [],
  applied: (asked) => appliedTo(asked),
};

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
  const outcome = advanceCase(PROGRAMME, { case: letter, command, setting });
  return Result.map(outcome, (next) => (next === letter ? letter : withdrawIfAsked(next)));
};

/** While frozen the stage moves underneath, and unfreezing shows it once no ground is left. */
const targetOf = ({ case: letter, command }: AskedOfLetter, steps: readonly LetterState[]): LetterState | null => {
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

const appliedTo = ({ case: letter, command }: AskedOfLetter): LetterCase => {
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
