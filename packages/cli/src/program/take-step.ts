import { invariant, type Source } from "@victim-rights/core";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import type { StoredCase } from "./case-file.ts";
import { dialogueFromLog } from "./dialogue-from-log.ts";
import { letterFromLog } from "./letter-from-log.ts";
import { readDialogueFacts } from "./read-dialogue-facts.ts";
import { readDialoguePolicy, readLetterFacts, readLetterPolicy, type SettingFiles } from "./read-setting.ts";
import {
  advanceDialogue,
  advanceLetter,
  answerAuthor,
  type AuthorAnswer,
  DIALOGUE_MACHINE,
  DialogueCommand,
  type DialogueError,
  LETTER_MACHINE,
  LETTER_RULES,
  LetterCommand,
  type Machine,
  openGates,
  openLetter,
  type OffenderSideReply,
  replyToOffenderSide,
} from "@victim-rights/restorative-justice";

/** Everything that a step is taken with. */
export type StepFiles = SettingFiles & { readonly command: string };

/** What a command came to: the case after it, or why it was not taken; and what the offender side is answered. */
export type Step = {
  readonly act: string;
  readonly outcome: Result.Result<StoredCase, DialogueError>;
  readonly sources: readonly Source[];
  /** `null` where somebody else gave the command. */
  readonly reply: OffenderSideReply | AuthorAnswer | null;
};

/** Gives one command to a case. What cannot be read is a failure; what the programme does not take is an outcome. */
export const takeStep = (io: Io, stored: StoredCase, files: StepFiles): Promise<Result.Result<Step, Failure>> =>
  stored.programme === "dialogue" ? stepDialogue(io, stored, files) : stepLetter(io, stored, files);

type Stored<Name extends StoredCase["programme"]> = Extract<StoredCase, { readonly programme: Name }>;

const stepDialogue = (io: Io, stored: Stored<"dialogue">, files: StepFiles): Promise<Result.Result<Step, Failure>> => {
  const gates = openGates();
  const { sources } = gates.law.profile;
  return thenDo(readJsonFile(io, { path: files.command, what: "command", schema: DialogueCommand }), (command) =>
    thenDo(neededOrNone(io, command, { machine: DIALOGUE_MACHINE, files, read: readDialoguePolicy }), (policy) =>
      thenDo(readDialogueFacts(io, factsFor(DIALOGUE_MACHINE, command, files), { gates, at: command.at }), (facts) => {
        const outcome = Result.map(advanceDialogue(stored.case, command, { gates, facts, policy }), (next) => {
          invariant(Equal.equals(dialogueFromLog(next), next), "a dialogue is what its log made it");
          return { ...stored, case: next };
        });
        const isTheirs = command.by.side === "offender-side";
        const reply = isTheirs ? replyToOffenderSide(stored.case, command, policy) : null;
        return Result.succeed({ act: command.act, outcome, sources, reply });
      }),
    ),
  );
};

const stepLetter = (io: Io, stored: Stored<"letter">, files: StepFiles): Promise<Result.Result<Step, Failure>> =>
  thenDo(readJsonFile(io, { path: files.command, what: "command", schema: LetterCommand }), (command) =>
    thenDo(neededOrNone(io, command, { machine: LETTER_MACHINE, files, read: readLetterPolicy }), (policy) =>
      thenDo(
        readLetterFacts(io, { facts: factsFor(LETTER_MACHINE, command, files) }),
        (facts): Result.Result<Step, Failure> => {
          const { act } = command;
          const letter = stored.case;
          const { sources } = LETTER_RULES;
          if (letter === null)
            return Result.map(handIn(stored, command, files.command), (outcome) => ({
              act,
              outcome,
              sources,
              reply: { kind: "received", command: command.id },
            }));
          const outcome = Result.map(advanceLetter(letter, command, { facts, policy }), (next): StoredCase => {
            invariant(Equal.equals(letterFromLog(next), next), "a letter is what its log made it");
            return { ...stored, case: next };
          });
          const reply = command.by.side === "offender-side" ? answerAuthor(letter, command) : null;
          return Result.succeed({ act, outcome, sources, reply });
        },
      ),
    ),
  );

/** Whether any step of the table asks a gate for this act. None is asked of a withdrawal, a pause or an alarm (INV-04). */
const asksGates = ({ transitions }: Machine<string, string>, act: string): boolean =>
  transitions.some((step) => step.act === act && step.gates.length > 0);

const factsFor = (
  machine: Machine<string, string>,
  { act }: { readonly act: string },
  { facts }: StepFiles,
): string | undefined => (asksGates(machine, act) ? facts : undefined);

type Reading<Policy> = {
  readonly machine: Machine<string, string>;
  readonly files: StepFiles;
  readonly read: (io: Io, files: SettingFiles) => Promise<Result.Result<Policy, Failure>>;
};

/** Reads the policy. One that cannot be read holds up no step that asks no gate: the house's own takes its place. */
const neededOrNone = async <Policy>(
  io: Io,
  { act }: { readonly act: string },
  { machine, files, read }: Reading<Policy>,
): Promise<Result.Result<Policy, Failure>> => {
  const policy = await read(io, files);
  if (Result.isSuccess(policy) || asksGates(machine, act)) return policy;
  io.err("notice: the policy cannot be read; the step asks no gate and goes on without it\n");
  return read(io, {});
};

/** A letter begins with its author's handing it in, under the file's own id. */
const handIn = (
  stored: Stored<"letter">,
  command: LetterCommand,
  where: string,
): Result.Result<Step["outcome"], Failure> => {
  if (command.act !== "submit" || command.letter !== stored.id)
    return Result.fail(
      failure(EXIT.badInput, [
        { where, problem: "a letter begins with `submit`", fix: `give \`submit\` for letter \`${stored.id}\`` },
      ]),
    );
  return Result.succeed(Result.map(openLetter(command), (letter): StoredCase => ({ ...stored, case: letter })));
};
